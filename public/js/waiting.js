// Work that goes on without the page: told on it as it comes, until there is something to take away.

const EVERY = 2_000;
/** A page that was left open stops asking. */
const LONGEST = 30 * 60 * 1000;

export function startWaiting() {
  const place = document.querySelector('[data-waiting]');
  if (!place) return;
  const link = document.querySelector('[data-waiting-link]');
  if (link) link.hidden = true;
  const opened = Date.now();
  const stop = () => {
    window.clearInterval(timer);
    const isOver = place.querySelector('[data-waiting-on]') === null;
    if (link) link.hidden = isOver;
    const meanwhile = document.querySelector('[data-waiting-while]');
    if (meanwhile) meanwhile.hidden = isOver;
  };
  const timer = window.setInterval(async () => {
    if (Date.now() - opened > LONGEST) return stop();
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.waiting, { redirect: 'error' });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      // The same again is not read out again.
      if (place.dataset.told === html) return;
      place.dataset.told = html;
      place.innerHTML = html;
      if (place.querySelector('[data-waiting-again]')) window.location.reload();
      else if (!place.querySelector('[data-waiting-on]')) stop();
    } catch {
      // The next time.
    }
  }, EVERY);
}
