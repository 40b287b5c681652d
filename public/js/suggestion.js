// The suggested level follows the answers as they are given; the reason is asked for only where the choice differs.

/** Between two tries, in ms. */
const pause = 2000;

/** Puts each piece of the server's answer where it belongs, and leaves alone what says the same already. */
function place(html) {
  const answer = document.createElement('template');
  answer.innerHTML = html;
  for (const piece of answer.content.querySelectorAll('template[data-into]')) {
    const target = document.getElementById(piece.dataset.into);
    if (target && target.innerHTML.trim() !== piece.innerHTML.trim()) {
      target.replaceChildren(piece.content.cloneNode(true));
    }
  }
}

/** Marks the suggested level among the choices, and asks why where another one is chosen. */
function compare(item) {
  const suggested = item.querySelector('[data-suggested]')?.dataset.suggested ?? '';
  for (const flag of item.querySelectorAll('[data-flag]')) {
    flag.hidden = flag.dataset.flag !== suggested;
  }
  const chosen = item.querySelector('.pick input:checked');
  const reason = item.querySelector('[data-reason]');
  const asked = chosen !== null && suggested !== '' && chosen.value !== suggested;
  const written = reason.querySelector('textarea').value.trim() !== '';
  reason.hidden = !asked && !written;
  if (!asked) return;
  const word = item.querySelector(`.pick input[value="${suggested}"]`).dataset.word;
  reason.querySelector('label').textContent =
    `Why ${chosen.dataset.word}, when the answers suggest ${word}?`;
}

export function startSuggestion() {
  const form = document.querySelector('form[data-suggestion]');
  if (!form) return;
  const items = [...form.querySelectorAll('[data-item]')];
  let asking = null;
  const compareAll = () => items.forEach(compare);

  async function suggest(again = 3) {
    asking?.abort();
    const own = new window.AbortController();
    asking = own;
    try {
      const answer = await fetch(form.dataset.suggestion, {
        method: 'POST',
        body: new window.URLSearchParams(new FormData(form)),
        signal: own.signal,
      });
      if (answer.ok) place(await answer.text());
      else if (answer.status >= 500) throw new Error(String(answer.status));
    } catch {
      // A newer question goes its own way. Without a connection what stands stays, and is asked for again.
      const isLatest = () => asking === own && !own.signal.aborted;
      if (again > 0 && isLatest()) {
        window.setTimeout(() => isLatest() && void suggest(again - 1), pause);
      }
    }
    compareAll();
  }

  form.addEventListener('change', (event) => {
    if (event.target.closest('.crit')) void suggest();
    else compareAll();
  });
  for (const button of form.querySelectorAll('button[value="stay"]')) button.hidden = true;
  compareAll();
  // Back from another page: the browser shows the answers as they were left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void suggest();
  });
}
