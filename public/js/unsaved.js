// Asks before a page with unsaved words is left. A form marked data-unsaved="now" came back with words that are not saved.

const wordsOf = (form) => new window.URLSearchParams(new FormData(form)).toString();

export function startUnsaved() {
  const form = document.querySelector('form[data-unsaved]');
  if (!form) return;
  const saved = form.dataset.unsaved === 'now' ? null : wordsOf(form);
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
  });
  // Back from the next page: the browser shows this one again as it was left.
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!sending && wordsOf(form) !== saved) event.preventDefault();
  });
}
