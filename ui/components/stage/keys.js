// Keys and clickers. Typing, held keys and keys with Ctrl, Alt or Meta are somebody else's; F5 never reloads.
import { ARROWS, TYPING } from '../typing.js';

const BUTTONS = 'button, a, summary, [role=button], input[type=checkbox], input[type=radio]';
const CLICKER = '[data-lab-clicker]'; // something to type in that leaves a clicker's keys alone
const POPOVER = '[data-testid=stPopoverBody]';
const DIALOG = '[data-testid=stDialog] [role=dialog]';

/** @type {Record<string, string>} */
const NAMES = {
  ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', PageDown: 'next', n: 'next',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', p: 'back', 'Shift+ ': 'back',
  Home: 'first', End: 'last',
  b: 'black', v: 'black', '.': 'black',
  f: 'full', F5: 'start', g: 'go', o: 'overview', s: 'speaker',
  t: 'timer', m: 'pick', u: 'groups', w: 'board', q: 'qr', l: 'tongue', r: 'reveal',
  '?': 'help', '？': 'help', '。': 'black', Escape: 'close',
  '+': 'up', '=': 'up', '-': 'down', _: 'down', a: 'compare', d: 'apply', c: 'luck', k: 'play', 0: 'reset',
  e: 'poll', h: 'poll_show', y: 'poll_again',
};

// The key's name; where an input method keeps the letter to itself, the letter that is printed on the key.
/** @param {KeyboardEvent} event */
const nameOf = (event) => {
  const letter = event.key === 'Process' || event.key === 'Unidentified' ? /^Key([A-Z])$/.exec(event.code)?.[1] : null;
  const key = letter ?? event.key;
  if (key === ' ' && event.shiftKey) return 'Shift+ ';
  return key.length === 1 ? key.toLowerCase() : key;
};

/** @param {KeyboardEvent} event @param {string} name */
const isTaken = (event, name) => {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest(CLICKER) && /^Page/.test(name)) return false;
  if (target.closest(TYPING)) return true;
  if (/^(Arrow|Home|End)/.test(name)) return target.closest(ARROWS) !== null;
  return (name === ' ' || name === 'Enter') && target.closest(BUTTONS) !== null;
};

/** @param {KeyboardEvent} event */
export const actionOf = (event) => {
  const name = nameOf(event);
  if (/^[1-9]$/.test(name)) return { name: 'choose', control: Number(name) - 1 };
  return Object.hasOwn(NAMES, name) ? { name: NAMES[name] } : null;
};

/** @param {KeyboardEvent} event */
export const isOurs = (event) =>
  !event.repeat && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey
  && !document.querySelector(DIALOG) && !isTaken(event, event.key);

const OFF = 'lab-stage-keys';

export const areKeysOff = () => {
  try { return localStorage.getItem(OFF) === 'off'; } catch { return false; }
};

/** @param {boolean} off */
export const switchKeys = (off) => {
  try { localStorage.setItem(OFF, off ? 'off' : 'on'); } catch { /* then it holds as long as the page does */ }
};

const OVER_SHEETS = new Set(['help', 'overview', 'go', 'close', 'full', 'start']);

// Calls `dispatch` with what a key means. A held or taken key does nothing, and F5 nothing but start.
/** @param {Stage.Show} show @param {Stage.Dispatch} dispatch */
export const listen = (show, dispatch) => {
  show.keysOff = areKeysOff();
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!show.root.isConnected) return;
    const isReload = event.key === 'F5' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isReload) event.preventDefault();
    if (event.key === 'Escape' && show.sheet) {
      show.closeSheet();
      return;
    }
    if (event.key === 'Escape' && show.state.tool && !event.isComposing) {
      if (!document.querySelector(`${DIALOG}, ${POPOVER}`)) dispatch({ name: 'close' });
      return;
    }
    if (show.keysOff || event.defaultPrevented !== isReload || !isOurs(event)) return;
    const action = actionOf(event);
    if (action === null || (show.sheet && !OVER_SHEETS.has(action.name))) return;
    event.preventDefault();
    event.stopPropagation();
    dispatch(action);
  };
  // A button or slider that was clicked lets go of the keys, so that the next press of a clicker turns the slide.
  const onPointer = () => setTimeout(() => {
    const held = document.activeElement;
    if (held instanceof HTMLElement && held !== document.body && !held.closest(TYPING) && !show.sheet) held.blur();
  });
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerup', onPointer);
  return () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerup', onPointer);
  };
};
