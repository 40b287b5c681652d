// A rejected form begins at its summary; each link there leads into the field, with its question in view.

function focusField(link) {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field?.matches('input, textarea, select')) return false;
  const question = field.closest('fieldset')?.querySelector('legend') ?? field.labels?.[0] ?? field;
  question.scrollIntoView();
  field.focus({ preventScroll: true });
  return true;
}

export function startErrorSummary() {
  const summary = document.querySelector('.nhsuk-error-summary');
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && focusField(link)) event.preventDefault();
  });
}
