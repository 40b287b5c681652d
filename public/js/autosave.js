// Saves what is typed, by itself, and says honestly how that went. The words stay in the page; the server decides what they become.
import { isUnsaved, noteSaved, wordsOf } from './unsaved.js';
import { placeWords, say } from './save-state.js';

const pauseMs = 1_000;
/** at the latest, while somebody types without a pause */
const longestMs = 5_000;
const patienceMs = 20_000;
const retryMs = [2_000, 5_000, 10_000, 20_000, 30_000];
/** how often a page that is looked at asks whether colleagues have changed something */
const lookMs = 45_000;
/** What the browser still sends of a page that is closed. */
const lastWordsBytes = 60_000;

/** Made up here and kept in this page only: a page opened twice is two. */
function newPageId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What sending came to: { reply } from the server, { signedOut }, { refused }, or { failed } where it may work later. */
async function send(url, body, keepalive) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      keepalive,
      redirect: 'manual',
      signal: window.AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 200) return { reply: await answer.text() };
    if ([401, 403].includes(answer.status) || answer.type === 'opaqueredirect') {
      return { signedOut: true };
    }
    const mayWorkLater = answer.status >= 500 || [408, 425, 429].includes(answer.status);
    return mayWorkLater ? { failed: true } : { refused: true };
  } catch {
    return { failed: true };
  }
}

/** The form as the server would give it now: { form } where somebody who may write is signed in. */
async function formNow() {
  try {
    const answer = await fetch(window.location.href, {
      signal: window.AbortSignal.timeout(patienceMs),
    });
    const there = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
    return { form: there.querySelector('form[data-autosave]'), refused: answer.status === 404 };
  } catch {
    return { form: null, refused: false };
  }
}

const cannotSave = 'This page can’t be saved by itself any more. Press Save to see why.';

export function startAutosave() {
  const form = document.querySelector('form[data-autosave]');
  const state = document.querySelector('[data-save-state]');
  if (!form || !state) return;
  const start = () => autosave(form, state);
  // Last round's answers stand in the form: they are nobody's of this round before somebody types.
  if (form.dataset.carried === 'yes') form.addEventListener('input', start, { once: true });
  else start();
}

function autosave(form, state) {
  const field = (name) => form.elements.namedItem(name);
  // A page that came back from saving goes on as the page it was.
  if (field('_page').value === '') field('_page').value = newPageId();
  let counter = Number(field('_counter').value) || 0;
  /** what was said last, whether or not it arrived: the same words are the same save */
  let said = null;
  let [stopped, sending, leaving, signedOut] = [false, false, false, false];
  let [timer, failures, since, lookedAt] = [0, 0, 0, Date.now()];

  function bodyOf(words) {
    if (words !== said) {
      counter += 1;
      said = words;
    }
    field('_counter').value = String(counter);
    return new window.URLSearchParams(new FormData(form));
  }

  function later(ms) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  }

  function retryLater() {
    const wait = retryMs[Math.min(failures, retryMs.length - 1)];
    failures += 1;
    say(state, {
      state: 'Not saved',
      lines: [
        `We’ll try again in ${wait / 1_000} seconds. Keep this page open; your text is in it.`,
      ],
    });
    later(wait);
  }

  function askToSignIn() {
    signedOut = true;
    say(state, {
      state: 'Not saved: you have been signed out',
      lines: ['Your text is in this page. Sign in in a new tab, come back, and it is saved.'],
      link: { href: '/sign-in', text: 'Sign in in a new tab' },
    });
  }

  function stop(why) {
    stopped = true;
    say(state, { state: 'Not saved', lines: [why] });
  }

  /** A reply with the addresses of an entry that was new goes on as that entry's. */
  function take(reply, words) {
    const { kind, action, autosave } = placeWords(state, reply);
    if (action) {
      form.action = action;
      window.history.replaceState(window.history.state, '', action);
    }
    if (autosave) form.dataset.autosave = autosave;
    if (kind === 'saved') noteSaved(words);
    stopped = kind === 'stop';
  }

  async function save() {
    window.clearTimeout(timer);
    if (stopped || sending || leaving) return;
    sending = true;
    since = 0;
    lookedAt = Date.now();
    const words = wordsOf(form);
    const body = bodyOf(words);
    if (isUnsaved(form)) say(state, { state: 'Saving…', lines: [], quiet: true });
    const outcome = await send(form.dataset.autosave, body, false);
    sending = false;
    if (!leaving) await goOn(outcome, words);
  }

  async function goOn(outcome, words) {
    if (outcome.failed) return retryLater();
    failures = 0;
    if (outcome.signedOut) return signInAgain();
    if (outcome.refused) return stop(cannotSave);
    take(outcome.reply, words);
    if (wordsOf(form) !== words) later(pauseMs);
  }

  /** With a new sign-in of the same person the words go on by themselves, and for nobody else. */
  async function signInAgain() {
    const { form: now, refused } = await formNow();
    if (refused) return stop(cannotSave);
    if (!now) return askToSignIn();
    if (now.dataset.person !== form.dataset.person) {
      return stop(
        'Somebody else is signed in now. Nothing was sent: sign in as before to save it.',
      );
    }
    const token = now.elements.namedItem('_csrf').value;
    // The same token was refused already: there is something else.
    if (token === field('_csrf').value) return askToSignIn();
    field('_csrf').value = token;
    signedOut = false;
    later(0);
  }

  function typed() {
    if (stopped || signedOut) return;
    since ||= Date.now();
    later(Math.max(0, Math.min(pauseMs, since + longestMs - Date.now())));
  }

  /** Looks whether colleagues have changed something; saves what is not saved. */
  function look() {
    if (document.visibilityState === 'hidden' || stopped) return;
    if (signedOut) void signInAgain();
    else if (isUnsaved(form) || Date.now() - lookedAt > lookMs / 3) void save();
  }

  /** The page may be closed now: what is not saved is sent along, as far as the browser lets it. */
  function lastWords() {
    if (document.visibilityState !== 'hidden' || stopped || signedOut || leaving) return;
    if (!isUnsaved(form)) return;
    const body = bodyOf(wordsOf(form)).toString();
    if (body.length > lastWordsBytes) return;
    const words = wordsOf(form);
    void send(form.dataset.autosave, new window.URLSearchParams(body), true).then(({ reply }) => {
      if (reply && !leaving) take(reply, words);
    });
  }

  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('submit', () => {
    leaving = true;
    window.clearTimeout(timer);
    bodyOf(wordsOf(form));
  });
  // Back from the next page: what the server has may be newer than what is shown.
  window.addEventListener('pageshow', ({ persisted }) => {
    leaving = false;
    if (persisted) later(0);
  });
  window.addEventListener('online', () => later(0));
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('visibilitychange', lastWords);
  window.setInterval(() => {
    if (document.hasFocus() && Date.now() - lookedAt > lookMs) look();
  }, lookMs);
}
