// An answer that is typed is sent by Enter, and what comes of it is read out.
import { takeNoRoom } from '../room.js';
import { OUTCOME, QUESTION, SEND } from '../selectors.js';

/** @type {WeakSet<Element>} */
const listening = new WeakSet();

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
export default function ({ parentElement }) {
  takeNoRoom(parentElement);
  const outcome = parentElement.closest(OUTCOME);
  outcome?.setAttribute('role', 'status');
  outcome?.setAttribute('aria-atomic', 'false');
  const box = parentElement.closest(QUESTION);
  if (!box || listening.has(box)) return;
  listening.add(box);
  box.addEventListener('keydown', onKey);
}
