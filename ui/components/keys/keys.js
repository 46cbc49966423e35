// Keys for the whole page. Typing, held keys and keys with Ctrl, Alt or Meta are somebody else's.
// Of two messages that reach a session at work only the later arrives, so each brings all presses not yet heard.
import { takeNoRoom } from '../room.js';
import { ARROWS, TYPING } from '../typing.js';

/**
 * @typedef {object} Listener what the keys mean now, and who is told
 * @property {Record<string, string>} bindings
 * @property {Send} send
 * @property {[number, string][]} waiting presses that the server has not told of having heard
 * @property {(event: KeyboardEvent) => void} onKey
 */

/** @type {WeakMap<HTMLElement, Listener>} */
const listeners = new WeakMap();

/** Numbers grow, also after a reload, which a session may outlive. */
let last = 0;
const next = () => { last = Math.max(last + 1, Date.now()); return last; };

const BUTTONS = 'button, a, summary, input, [role=button]';

/** @param {KeyboardEvent} event */
const isTaken = (event) => {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING)) return true;
  if (/^(Arrow|Home|End)/.test(event.key)) return target.closest(ARROWS) !== null;
  return (event.key === ' ' || event.key === 'Enter') && target.closest(BUTTONS) !== null;
};

/** @param {KeyboardEvent} event */
const isOurs = (event) =>
  !event.repeat && !event.isComposing && !event.defaultPrevented && !event.ctrlKey && !event.altKey && !event.metaKey
  && !document.querySelector('[role=dialog][aria-modal=true], [data-testid=stDialog] [role=dialog]') && !isTaken(event);

/** @param {HTMLElement} root */
const listen = (root) => {
  /** @type {Listener} */
  const state = {
    bindings: {},
    send: () => {},
    waiting: [],
    onKey: (event) => {
      const action = Object.hasOwn(state.bindings, event.key) ? state.bindings[event.key] : null;
      if (action === null || !root.isConnected || !isOurs(event)) return;
      event.preventDefault();
      state.waiting.push([next(), action]);
      state.send('pressed', [...state.waiting]);
    },
  };
  listeners.set(root, state);
  document.addEventListener('keydown', state.onKey);
  return state;
};

/** @param {Component<{ bindings: Record<string, string>, heard: number }>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  takeNoRoom(parentElement);
  const state = listeners.get(root) ?? listen(root);
  state.bindings = data.bindings;
  state.waiting = state.waiting.filter(([number]) => number > data.heard);
  state.send = setTriggerValue;
  return () => { if (!root.isConnected) document.removeEventListener('keydown', state.onKey); };
}
