// What is closed on the screen is told on paper: opened before printing, closed again afterwards. A button that
// prints is shown only where this script runs.

const closed = 'details.nhsuk-details:not([open]), details.grpd:not([open])';

export function startPrint() {
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll(closed)];
    for (const part of opened) part.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const part of opened) part.open = false;
  });
}
