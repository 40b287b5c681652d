// Work that goes on without the page: told on it as it comes, until there is something to take away.

const EVERY = 2_000;
/** A page that was left open stops asking. */
const LONGEST = 30 * 60 * 1000;

const wordsOf = (element) => element.textContent.replace(/\s+/g, ' ').trim();

export function startWaiting() {
  const place = document.querySelector('[data-waiting]');
  if (!place) return;
  const show = (part, isShown) => {
    for (const one of document.querySelectorAll(`[data-waiting-${part}]`)) one.hidden = !isShown;
  };
  show('link', false);
  const opened = Date.now();
  const timer = window.setInterval(async () => {
    if (Date.now() - opened > LONGEST) {
      window.clearInterval(timer);
      return show('link', true);
    }
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.waiting, { redirect: 'error' });
      if (!answer.ok) return;
      const news = document.createElement('div');
      news.innerHTML = await answer.text();
      // The same again is not read out again.
      if (wordsOf(news) === wordsOf(place)) return;
      place.replaceChildren(...news.childNodes);
      if (place.querySelector('[data-waiting-on]')) return;
      window.clearInterval(timer);
      show('while', false);
      show('again', place.querySelector('[data-waiting-failed]') !== null);
    } catch {
      // The next time.
    }
  }, EVERY);
}
