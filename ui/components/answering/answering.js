// An answer that is typed is sent by Enter; what comes of it is read out and has the focus.
import { focusOn } from '../page/focus.js';
import { takeNoRoom } from '../room.js';
import { OUTCOME, QUESTION, SEND } from '../selectors.js';

/** @type {WeakSet<Element>} */
const listening = new WeakSet();
/** How many answers to each question were marked when it was drawn last. @type {WeakMap<Element, number>} */
const marked = new WeakMap();

// The verdict is drawn in the same run as this part, perhaps after it.
/** @param {HTMLElement | null} outcome */
const goTo = (outcome) => {
  focusOn(outcome);
  requestAnimationFrame(() => outcome?.scrollIntoView({ block: 'nearest' }));
};

/** @param {KeyboardEvent} event */
const onKey = (event) => {
  const { target, currentTarget } = event;
  const isHeld = event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey;
  if (event.key !== 'Enter' || isHeld) return;
  if (!(target instanceof HTMLElement) || !target.matches('input[type=text]:not([role])')) return;
  const box = /** @type {HTMLElement} */ (currentTarget);
  // after the field has told what was typed
  setTimeout(() => /** @type {HTMLElement | null} */ (box.querySelector(SEND))?.click());
};

/** @param {Component<{ tries: number }>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  const outcome = /** @type {HTMLElement | null} */ (parentElement.closest(OUTCOME));
  outcome?.setAttribute('role', 'status');
  outcome?.setAttribute('aria-atomic', 'false');
  const box = parentElement.closest(QUESTION);
  if (!box) return;
  if (data.tries > (marked.get(box) ?? Infinity)) goTo(outcome);
  marked.set(box, data.tries);
  if (listening.has(box)) return;
  listening.add(box);
  box.addEventListener('keydown', onKey);
}
