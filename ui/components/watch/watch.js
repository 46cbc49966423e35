// Asks the lab whether something was written, and has the page run again if so; not while nobody looks.
// A run that is under way, or that a key or a click is just calling for, may be the one that writes: it would
// end where it is, so the page is asked for only once it is at rest, see page/rest.js.
import { takeNoRoom } from '../room.js';

const EVERY = 650; // ms; with the run that follows, a change is seen within a second
/**
 * @typedef {object} Watch what is asked for and by whom
 * @property {string | null} told
 * @property {boolean} isAsking
 * @property {Watched} data
 * @property {Send} send
 * @property {number} [timer]
 */

/** @type {WeakMap<HTMLElement, Watch>} */
const watchers = new WeakMap();

const isAtRest = () => 'labRest' in document.documentElement.dataset;

/** @param {HTMLElement} root @param {Watch} state */
const look = async (root, state) => {
  if (!root.isConnected) return clearInterval(state.timer);
  if (document.hidden || state.isAsking) return undefined;
  state.isAsking = true;
  try {
    const answer = await fetch(state.data.address, { cache: 'no-store' });
    const found = answer.ok ? await answer.text() : state.data.seen;
    if (found !== state.data.seen && found !== state.told && isAtRest()) {
      state.told = found;
      state.send('changed', found);
    }
  } catch {
    // The lab does not answer; the page says so elsewhere, and the next look may find it again.
  } finally {
    state.isAsking = false;
  }
  return undefined;
};

/** @param {Component<Watched>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  takeNoRoom(parentElement);
  let state = watchers.get(root);
  if (!state) {
    const made = state = /** @type {Watch} */ ({ told: null, isAsking: false, data, send: setTriggerValue });
    state.timer = setInterval(() => look(root, made), EVERY);
    watchers.set(root, state);
  }
  state.data = data;
  state.send = setTriggerValue;
  return () => { if (!root.isConnected) clearInterval(state.timer); };
}
