// Asks the lab whether something was written, and has the page run again if so; not while nobody looks.
import { takeNoRoom } from '../room.js';

const EVERY = 650; // ms; with the run that follows, a change is seen within a second
const watchers = new WeakMap();

const look = async (root, state) => {
  if (!root.isConnected) return clearInterval(state.timer);
  if (document.hidden || state.isAsking) return undefined;
  state.isAsking = true;
  try {
    const answer = await fetch(state.data.address, { cache: 'no-store' });
    const found = answer.ok ? await answer.text() : state.data.seen;
    if (found !== state.data.seen && found !== state.told) {
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

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.lab-watch');
  takeNoRoom(parentElement);
  let state = watchers.get(root);
  if (!state) {
    state = { told: null, isAsking: false };
    state.timer = setInterval(() => look(root, state), EVERY);
    watchers.set(root, state);
  }
  state.data = data;
  state.send = setTriggerValue;
  return () => { if (!root.isConnected) clearInterval(state.timer); };
}
