// Says what a term means where it is read: on hover, focus and the first tap, without asking the server.
import { takeNoRoom } from '../room.js';

const LINKS = 'a[href*="/glossary?term="]';
const ID = 'lab-term-card';
const EDGE = 12; // px between the card and the edge of the screen
const LEAVE = 200; // ms in which the pointer may go from the word to the card

/** @typedef {Record<string, { name: string, meaning: string }>} Terms */
/** @type {Terms} */
let known = {};
/** @type {HTMLElement | null} */
let shown = null;
let going = 0;

/** @param {Element} link */
export const termOf = (link) => decodeURIComponent(/[?&]term=([^&]*)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '');

/** @param {EventTarget | null} target */
const linkAt = (target) => (
  target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(LINKS)) : null
);

const card = () => document.getElementById(ID);

// Under the word, or over it where there is no room below; never beyond the edges of the screen.
/** @param {{ left: number, top: number, bottom: number }} word @param {{ width: number, height: number }} size
 *  @param {{ width: number, height: number }} screen */
export const placeOf = (word, size, screen) => ({
  left: Math.max(EDGE, Math.min(word.left, screen.width - size.width - EDGE)),
  top: word.bottom + size.height + EDGE <= screen.height ? word.bottom : Math.max(0, word.top - size.height),
});

export const hide = () => {
  clearTimeout(going);
  card()?.remove();
  shown?.removeAttribute('aria-describedby');
  shown = null;
};

/** @param {HTMLElement} link */
const show = (link) => {
  clearTimeout(going);
  const term = known[termOf(link)];
  if (link === shown || !term) return;
  hide();
  shown = link;
  const box = document.createElement('div');
  Object.assign(box, { id: ID, className: 'lab-term' });
  box.setAttribute('role', 'tooltip');
  const name = document.createElement('strong');
  name.textContent = term.name;
  const meaning = document.createElement('p');
  meaning.textContent = term.meaning;
  box.append(name, meaning);
  document.body.append(box);
  const screen = { width: window.innerWidth, height: window.innerHeight };
  const at = placeOf(link.getBoundingClientRect(), box.getBoundingClientRect(), screen);
  box.style.left = `${at.left}px`;
  box.style.top = `${at.top}px`;
  link.setAttribute('aria-describedby', ID);
};

const leave = () => {
  clearTimeout(going);
  going = window.setTimeout(hide, LEAVE);
};

/** @param {Event} event */
const enter = (event) => {
  const link = linkAt(event.target);
  if (link) show(link);
  else if (event.target instanceof Element && event.target.closest(`#${ID}`)) clearTimeout(going);
  else if (shown && event.type === 'pointerover' && document.activeElement !== shown) leave();
};

let isTouch = false;

/** @param {Event} event */
const tap = (event) => {
  const link = linkAt(event.target);
  if (!link || !isTouch || !known[termOf(link)]) return;
  // the first tap says what it means, the next one goes to the glossary
  if (link.dataset.labTapped === undefined) event.preventDefault();
  for (const one of document.querySelectorAll('[data-lab-tapped]')) one.removeAttribute('data-lab-tapped');
  link.dataset.labTapped = '';
  show(link);
};

/** @param {PointerEvent} event */
const touch = (event) => { isTouch = event.pointerType === 'touch'; };
/** @param {Event} event */
const blur = (event) => { if (linkAt(event.target)) leave(); };
/** @param {KeyboardEvent} event */
const escape = (event) => { if (event.key === 'Escape') hide(); };

let isListening = false;
const listen = () => {
  if (isListening) return;
  isListening = true;
  document.addEventListener('pointerdown', touch, true);
  document.addEventListener('click', tap, true);
  document.addEventListener('pointerover', enter);
  document.addEventListener('focusin', enter);
  document.addEventListener('focusout', blur);
  document.addEventListener('keydown', escape);
  document.addEventListener('scroll', hide, true);
};

/** @param {Component<Terms>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  known = data;
  hide();
  listen();
}
