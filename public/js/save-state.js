// The one place beside the form that says how saving went; what changes there is read out, politely.

/** Says it in the page's own words; `quiet` is not read out. */
export function say(place, { state, lines, link, quiet = false }) {
  const box = document.createElement('div');
  if (!quiet) box.className = 'save--trouble';
  const first = document.createElement('p');
  first.append(Object.assign(document.createElement('b'), { textContent: state }));
  box.append(first);
  for (const line of lines) {
    box.append(
      Object.assign(document.createElement('p'), { className: 'small muted', textContent: line }),
    );
  }
  if (link) {
    const anchor = Object.assign(document.createElement('a'), {
      href: link.href,
      textContent: link.text,
      target: '_blank',
      rel: 'noopener',
    });
    const line = Object.assign(document.createElement('p'), { className: 'small' });
    line.append(anchor);
    box.append(line);
  }
  put(place, box, quiet ? '' : [state, ...lines].join('. '));
}

/** Shows the server's words. @returns what they mean for the page */
export function placeWords(place, html) {
  const answer = document.createElement('template');
  answer.innerHTML = html;
  const reply = answer.content.querySelector('[data-action]');
  const box = reply.querySelector('[data-saved]');
  const words = [...box.querySelectorAll('p')].map(({ textContent }) => textContent.trim());
  put(place, box, words.join('. '));
  return { kind: box.dataset.saved, ...reply.dataset };
}

/** What is said already is neither drawn nor read out again. */
function put(place, box, spoken) {
  const shown = place.querySelector('[data-saved], div');
  if (!shown || shown.outerHTML !== box.outerHTML) {
    // Whoever stands on a button in there is not thrown to the top of the page.
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(box);
    if (hadFocus) (box.querySelector('button, a') ?? focusable(place)).focus();
  }
  // Where the place stands far above the words that are written, the same is shown beside the buttons.
  document.querySelector('[data-save-mirror]')?.replaceChildren(box.cloneNode(true));
  const voice = voiceOf(place);
  if (spoken !== '' && voice.textContent !== spoken) voice.textContent = spoken;
}

function focusable(place) {
  place.tabIndex = -1;
  return place;
}

/** Beside the place, since a text is read out only where it changes within what was there before. */
function voiceOf(place) {
  const there = place.nextElementSibling;
  if (there?.getAttribute('role') === 'status') return there;
  const voice = Object.assign(document.createElement('div'), {
    className: 'nhsuk-u-visually-hidden',
  });
  voice.setAttribute('role', 'status');
  place.after(voice);
  return voice;
}
