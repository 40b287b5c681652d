// What is closed on the screen is told on paper: opened before printing, closed again afterwards.

const closed = 'details.nhsuk-details:not([open]), details.grpd:not([open])';

export function startPrint() {
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll(closed)];
    for (const part of opened) part.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const part of opened) part.open = false;
  });
}
