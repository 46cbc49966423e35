// Puts a player beside each link to a sound or a video of the course. Streamlit's Markdown knows links only; the link
// is its own and stays where it is, unseen, so that the next drawing of the page finds it.
const FILES = 'a[href*="/lab-media/"]';
const SEEN = 'data-lab-played';

/** @param {string} address */
const kindOf = (address) => (/\.(?:mp4|webm)$/i.test(address) ? 'video' : 'audio');

/** @param {HTMLAnchorElement} link */
const nameOf = (link) => [link.href, link.textContent].join(' ');

/** @param {HTMLAnchorElement} link */
const make = (link) => {
  const box = document.createElement('span');
  box.className = 'lab-player';
  box.dataset.labPlayer = '';
  box.dataset.of = nameOf(link);
  const player = document.createElement(kindOf(link.href));
  Object.assign(player, { src: link.href, controls: true, preload: 'metadata' });
  player.setAttribute('aria-label', link.textContent ?? '');
  const name = document.createElement('span');
  name.className = 'lab-player__name';
  name.textContent = link.textContent;
  name.setAttribute('aria-hidden', 'true'); // the player has said it
  box.append(player, name);
  return box;
};

/** @param {Element} box */
const isOrphan = (box) => {
  const link = box.previousElementSibling;
  return !(link instanceof HTMLElement && link.matches(FILES))
    || nameOf(/** @type {HTMLAnchorElement} */ (link)) !== /** @type {HTMLElement} */ (box).dataset.of;
};

export const play = () => {
  for (const box of document.querySelectorAll('[data-lab-player]')) if (isOrphan(box)) box.remove();
  for (const link of document.querySelectorAll(`a[${SEEN}]:not(${FILES})`)) {
    link.removeAttribute(SEEN);
    link.removeAttribute('hidden');
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(FILES))) {
    if (link.nextElementSibling?.matches('[data-lab-player]')) continue;
    link.setAttribute(SEEN, '');
    link.hidden = true;
    link.after(make(link));
  }
};

/** @param {Iterable<Element>} places */
export const hush = (places) => {
  for (const place of places) {
    const players = /** @type {NodeListOf<HTMLMediaElement>} */ (place.querySelectorAll('audio, video'));
    for (const one of players) one.pause();
  }
};

let isWatching = false;
export const keepPlaying = () => {
  play();
  if (isWatching) return;
  isWatching = true;
  new MutationObserver(play).observe(document.body, { childList: true, subtree: true, attributeFilter: ['href'] });
};
