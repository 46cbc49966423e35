// Words as large as their room allows, down to a fiftieth of the screen's height and not below.
import { largest } from '../largest.js';
import { stripUnder, topOf } from '../place.js';
import { FITTED, OVER, REMINDER, SLOT } from '../selectors.js';
import { reachAll } from './scroll.js';

const LEAST = 0.72;
const TRIES = 7;
const seen = new WeakMap();

const COLUMN = '[data-testid="stColumn"]';
const PARTS = `:is(${SLOT}, ${OVER}) ${FITTED}`;
const parts = () => document.querySelectorAll(PARTS);

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** @param {HTMLElement} part @param {number} room */
const isTooMuch = (part, room) => part.scrollHeight > room + 1 || part.scrollWidth > part.clientWidth + 1;

/** @param {HTMLElement} part @param {number} size */
const setSize = (part, size) => part.style.setProperty('--fit', size.toFixed(3));

// The largest size that fits; false if not even the least does.
/** @param {HTMLElement} part @param {number} room @param {number} most */
const search = (part, room, most) => {
  /** @param {number} size */
  const fits = (size) => {
    setSize(part, size);
    return !isTooMuch(part, room);
  };
  if (fits(most)) return true;
  const found = largest(LEAST, most, TRIES, fits);
  return fits(found) || found > LEAST;
};

// How much of its column is taken by what follows a part and has a size of its own.
/** @param {HTMLElement} part */
const following = (part) => {
  let taken = 0;
  const column = part.closest(COLUMN);
  /** @type {HTMLElement | null} */
  let node = column && part;
  for (; node && node !== column; node = node.parentElement) {
    const gap = parseFloat(getComputedStyle(node.parentElement ?? node).rowGap) || 0;
    for (let next = node.nextElementSibling; next instanceof HTMLElement; next = next.nextElementSibling) {
      const isFitted = next.matches(FITTED) || next.querySelector(FITTED);
      taken += gap + (isFitted ? 0 : next.offsetHeight);
    }
  }
  return taken;
};

// Pictures and videos come later than the words around them, and have no size until then.
/** @param {Element} part */
const sizesIn = (part) => [
  ...[...part.querySelectorAll('img')].map((one) => one.naturalHeight),
  ...[...part.querySelectorAll('video')].map((one) => one.videoHeight),
];

// Two languages under each other stand beside each other where they would not fit; what is only a
// reminder goes.
/** @param {HTMLElement} part */
const fit = (part) => {
  const wasLeftOut = part.hasAttribute('data-left-out');
  part.removeAttribute('data-left-out'); // it has no place on the screen without it
  const wide = part.parentElement?.clientWidth;
  const room = Math.floor(window.innerHeight - topOf(part) - stripUnder(part) - following(part) - 2.4 * rem());
  const name = [room, wide, part.textContent, rem(), sizesIn(part)].join();
  if (seen.get(part) === name || !wide) {
    part.toggleAttribute('data-left-out', wasLeftOut);
    return;
  }
  seen.set(part, name);
  const most = parseFloat(getComputedStyle(part).getPropertyValue('--fit-most')) || 1.5;
  part.removeAttribute('data-columns');
  part.style.removeProperty('--fit-room');
  if (!search(part, room, most)) {
    part.toggleAttribute('data-columns', true);
    const fits = search(part, room, most);
    part.toggleAttribute('data-left-out', !fits && part.matches(REMINDER));
  }
  part.style.setProperty('--fit-room', `${room}px`);
};

let isAsked = false;
const around = new ResizeObserver(() => fitAll()); // what stands above a part has come to its size

export const fitAll = () => {
  if (isAsked) return;
  isAsked = true;
  window.labRest?.stir();
  requestAnimationFrame(() => {
    isAsked = false;
    for (const part of parts()) {
      fit(part);
      if (part.parentElement?.parentElement) around.observe(part.parentElement.parentElement);
    }
    reachAll();
  });
};

// Slides are drawn piece by piece; charts move by themselves and do not count.
export const keepFitting = () => {
  /** @param {MutationRecord} one */
  const isElsewhere = ({ target }) => (
    (target instanceof Element ? target : target.parentElement)?.closest('[data-lab-moves]')
  );
  const observer = new MutationObserver((changes) => { if (!changes.every(isElsewhere)) fitAll(); });
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) observer.observe(main, { childList: true, subtree: true, characterData: true });
  const COME = ['load', 'error', 'loadedmetadata']; // these do not bubble
  for (const name of COME) main?.addEventListener(name, fitAll, true);
  window.addEventListener('resize', fitAll);
  document.fonts?.ready.then(fitAll);
  return () => {
    observer.disconnect();
    around.disconnect();
    for (const name of COME) main?.removeEventListener(name, fitAll, true);
    window.removeEventListener('resize', fitAll);
  };
};
