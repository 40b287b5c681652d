// The workshop screen with JavaScript: arrow keys, a clock, who is present, and what others recorded meanwhile.

const EVERY = 15_000;
/** A screen that was left open overnight stops asking. */
const LONGEST = 6 * 60 * 60 * 1000;
const KEYS = 'workshop-keys';

export function startWorkshop() {
  const news = document.querySelector('[data-news]');
  if (!news) return;
  startNews(news);
  startKeys(document.querySelector('[data-keys]'));
  startClock(document.querySelector('[data-timer]'));
  startPresent(document.querySelector('[data-present]'));
}

/** Told above the domain; nothing that is typed is touched. */
function startNews(place) {
  const opened = Date.now();
  const timer = window.setInterval(async () => {
    if (Date.now() - opened > LONGEST) return window.clearInterval(timer);
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.news, { redirect: 'error' });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      // The same again is not read out again.
      if (place.dataset.told !== html) place.innerHTML = html;
      place.dataset.told = html;
    } catch {
      // The next time, or when the page is sent: nothing is lost meanwhile.
    }
  }, EVERY);
}

/** Off for good in this tab where one says so. */
function startKeys(label) {
  const box = label.querySelector('input');
  label.hidden = false;
  box.checked = window.sessionStorage.getItem(KEYS) !== 'off';
  box.addEventListener('change', () => {
    window.sessionStorage.setItem(KEYS, box.checked ? 'on' : 'off');
  });
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest('input, textarea, select')) return;
    document.querySelector(`a[data-key="${event.key}"]`)?.click();
  });
}

/** Minutes, shown and not read out. */
function startClock(place) {
  const button = place.querySelector('[data-timer-button]');
  const text = place.querySelector('[data-timer-text]');
  place.hidden = false;
  let timer = null;
  button.addEventListener('click', () => {
    if (timer !== null) {
      window.clearInterval(timer);
      timer = null;
      button.textContent = 'Start the clock';
      return;
    }
    const from = Date.now();
    const show = () => {
      const minutes = Math.floor((Date.now() - from) / 60_000);
      text.textContent = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
    };
    show();
    timer = window.setInterval(show, EVERY);
    button.textContent = 'Stop the clock';
  });
}

/** The names of those who are ticked, where the list is closed again. */
function startPresent(place) {
  const names = place?.querySelector('[data-present-names]');
  if (!names) return;
  place.addEventListener('change', () => {
    const ticked = [...place.querySelectorAll('input[type="checkbox"]:checked')];
    names.textContent =
      ticked.map((box) => box.parentElement.textContent.trim()).join(', ') || 'nobody yet';
  });
}
