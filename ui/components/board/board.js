// A board to type on. Its words are as large as their room allows; what is typed goes to the server in pauses.
import { largest } from '../largest.js';

/**
 * @typedef {object} Board what was sent, and what waits to be
 * @property {HTMLTextAreaElement} area
 * @property {string | null} sent
 * @property {number} later
 * @property {Send} tell
 * @property {ResizeObserver} resized
 */

const TRIES = 8;
const PAUSE = 600; // ms without a key until the server is told
const [LEAST, MOST] = [0.8, 9]; // rem
/** @type {WeakMap<HTMLTextAreaElement, Board>} */
const boards = new WeakMap();

/** @param {HTMLTextAreaElement} area @param {number} size */
const setSize = (area, size) => { area.style.fontSize = `${size}rem`; };

/** @param {HTMLTextAreaElement} area */
const isTooMuch = (area) => area.scrollHeight > area.clientHeight || area.scrollWidth > area.clientWidth;

// The words stand in the middle: what is left above them is the padding.
/** @param {HTMLTextAreaElement} area */
const fit = (area) => {
  area.style.paddingTop = '0';
  setSize(area, largest(LEAST, MOST, TRIES, (size) => {
    setSize(area, size);
    return !isTooMuch(area);
  }));
  const { height } = area.style;
  area.style.height = '0';
  const words = area.scrollHeight;
  area.style.height = height;
  area.style.paddingTop = `${Math.max(0, (area.clientHeight - words) / 2.4)}px`;
};

/** @param {HTMLTextAreaElement} area */
const build = (area) => {
  /** @type {Board} */
  const state = { area, sent: null, later: 0, tell: () => {}, resized: new ResizeObserver(() => fit(area)) };
  const send = () => {
    clearTimeout(state.later);
    area.removeAttribute('data-asking');
    if (area.value === state.sent) return;
    state.sent = area.value;
    state.tell('written', area.value);
  };
  area.addEventListener('input', () => {
    fit(area);
    clearTimeout(state.later);
    state.later = setTimeout(send, PAUSE);
    area.toggleAttribute('data-asking', true); // the server has yet to be told
  });
  area.addEventListener('blur', send);
  // Escape and the clicker's keys close the board: first what was typed is kept.
  document.addEventListener('keydown', (event) => {
    if (area.isConnected && ['Escape', 'PageDown', 'PageUp'].includes(event.key) && !event.isComposing) send();
  }, true);
  if (area.parentElement) state.resized.observe(area.parentElement);
  return state;
};

/** @param {Component<{ text: string; words: Words }>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const area = parentElement.querySelector('textarea');
  const isNew = !boards.has(area);
  const state = boards.get(area) ?? build(area);
  boards.set(area, state);
  state.tell = setTriggerValue;
  area.setAttribute('aria-label', data.words.board);
  area.placeholder = data.words.hint;
  const isTyping = document.activeElement === area && area.value !== state.sent;
  if (isNew || (!isTyping && data.text !== area.value && data.text !== state.sent)) {
    area.value = data.text;
    state.sent = data.text;
    fit(area);
  }
  if (isNew) area.focus();
  return () => { if (!area.isConnected) { clearTimeout(state.later); state.resized.disconnect(); } };
}
