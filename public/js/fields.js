// The fields of a form: what stands alone, what applies only sometimes, long lists; and where a link leads to.

import { startConditions } from './conditions.js';
import { startTicks } from './ticks.js';

/** "None" and "not known" untick the others, and the others untick them. */
function startAlone(form) {
  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox' || !target.checked) return;
    const others = [...form.elements].filter(({ name }) => name === target.name);
    for (const other of others) {
      const excludes = 'alone' in target.dataset || 'alone' in other.dataset;
      if (other !== target && excludes) other.checked = false;
    }
  });
}

/** What the address names has the focus, also in browsers that only scroll to it; a closed part opens for it. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target) return;
  let closed = target.closest('details:not([open])');
  if (closed) {
    for (; closed; closed = closed.parentElement?.closest('details:not([open])')) {
      closed.open = true;
    }
    target.scrollIntoView();
  }
  // The event comes a moment after the press: who has gone on by keyboard meanwhile is not called back.
  const at = document.activeElement;
  const isStill = at === document.body || at.hash === window.location.hash;
  if (isStill && target.matches('[tabindex="-1"]')) target.focus();
}

export function startFields() {
  for (const form of document.querySelectorAll('form')) {
    if (!form.querySelector('.field')) continue;
    // First what unticks, then what reads the ticks.
    startAlone(form);
    startConditions(form);
    form.querySelectorAll('[data-ticks]').forEach(startTicks);
  }
  openTarget();
  window.addEventListener('hashchange', openTarget);
}
