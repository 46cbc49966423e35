// Keys for the whole page. Typing, held keys and keys with Ctrl, Alt or Meta are somebody else's.
import { takeNoRoom } from '../room.js';

const listeners = new WeakMap();

const TYPING = 'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, '
  + '[contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]';
const ARROWS = 'input[type=range], input[type=radio], [role=slider], [role=radio], [role=tab], [role=listbox], '
  + '[role=option], [role=menu], [role=menuitem], [role=grid], [data-lab-arrows]';

const isTaken = (event) => {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING)) return true;
  if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') return target.closest(ARROWS) !== null;
  return (event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary, input, [role=button]') !== null;
};

const isOurs = (event) =>
  !event.repeat && !event.isComposing && !event.defaultPrevented && !event.ctrlKey && !event.altKey && !event.metaKey
  && !document.querySelector('[role=dialog][aria-modal=true], [data-testid=stDialog] [role=dialog]') && !isTaken(event);

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.lab-keys');
  takeNoRoom(parentElement);
  let state = listeners.get(root);
  if (!state) {
    state = {};
    state.onKey = (event) => {
      const action = Object.hasOwn(state.bindings, event.key) ? state.bindings[event.key] : null;
      if (action === null || !root.isConnected || !isOurs(event)) return;
      event.preventDefault();
      state.send('pressed', action);
    };
    listeners.set(root, state);
    document.addEventListener('keydown', state.onKey);
  }
  state.bindings = data;
  state.send = setTriggerValue;
  return () => { if (!root.isConnected) document.removeEventListener('keydown', state.onKey); };
}
