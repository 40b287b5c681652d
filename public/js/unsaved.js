// Asks before a page with unsaved words is left. A form marked data-unsaved="now" came back with words that are not saved.

const technical = new Set(['_csrf', '_page', '_counter']);

/** What the form says, without what only the page itself knows. */
export function wordsOf(form) {
  const pairs = [...new FormData(form)].filter(([name]) => !technical.has(name));
  return new window.URLSearchParams(pairs).toString();
}

/** What is known to be stored; null where nothing is. */
let saved = null;
export const noteSaved = (words) => {
  saved = words;
};
export const isUnsaved = (form) => wordsOf(form) !== saved;

export function startUnsaved() {
  const form = document.querySelector('form[data-unsaved]');
  if (!form) return;
  saved = form.dataset.unsaved === 'now' ? null : wordsOf(form);
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
  });
  // Back from the next page: the browser shows this one again as it was left.
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!sending && isUnsaved(form)) event.preventDefault();
  });
}
