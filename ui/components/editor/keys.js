// The keys of the editor: those that save, search, grow the letters, and the way out.
import { save } from './kept.js';
import { sayOnce, toNext } from './marks.js';
import { ENTER } from './yaml.js';

const NOT_OURS = [
  'showSettingsMenu', 'openCommandPalette', 'gotoline', 'toggleFoldWidget', 'togglerecording', 'replaymacro',
];
const SIZES = [11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 36, 40];
const USUAL = 15;
const CHOICE = 'lab-editor-size';

const readSize = () => {
  try { return Number(localStorage.getItem(CHOICE)) || USUAL; } catch { return USUAL; }
};

/** @param {Editor.Pad} pad @param {number} size */
const setSize = (pad, size) => {
  try { localStorage.setItem(CHOICE, String(size)); } catch { /* the usual size next time */ }
  showSize(pad, size);
};

// In rem, so that a page enlarged for the last row of a lecture hall enlarges its text too.
/** @param {Editor.Pad} pad @param {number} [size] */
export const showSize = (pad, size = readSize()) => pad.ace.setOption('fontSize', `${size / 16}rem`);

/** @param {Editor.Pad} pad @param {number} way */
const zoom = (pad, way) => {
  const now = readSize();
  const next = way === 0 ? USUAL : way > 0 ? SIZES.find((size) => size > now) : SIZES.findLast((size) => size < now);
  setSize(pad, next ?? now);
};

/** @type {Record<string, number>} */
const ZOOM = { '+': 1, '=': 1, '-': -1, _: -1, 0: 0 };

/** @param {Editor.Pad} pad @param {AbortSignal} signal */
const listenForZoom = (pad, signal) => pad.host.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !(event.key in ZOOM)) return;
  event.preventDefault();
  event.stopPropagation();
  zoom(pad, ZOOM[event.key]);
}, { capture: true, signal });

// Esc, then Tab: the key goes to the page, which moves the focus on. Any other key takes the Esc back.
/** @param {Editor.Pad} pad */
const wayOut = (pad) => {
  let isLeaving = false;
  return {
    /** @param {object} _data @param {number} _hash @param {string} [key] */
    handleKeyboard: (_data, _hash, key) => {
      if (key === 'esc') {
        isLeaving = true;
        sayOnce(pad, pad.message.words.leaving);
      } else if (key === 'tab' && isLeaving) {
        isLeaving = false;
        return { command: 'null', passEvent: true };
      } else if (key && key !== 'shift') isLeaving = false;
      return undefined;
    },
  };
};

// The search box has its words and buttons named in the reader's language.
/** @param {Editor.Pad} pad @param {boolean} isReplace */
const search = (pad, isReplace) => {
  const { words } = pad.message;
  window.ace.require('ace/ext/searchbox').Search(pad.ace, isReplace);
  const box = pad.ace.searchBox?.element;
  if (!box) return;
  /** @type {Words} */
  const named = { findPrev: words.find_previous, findNext: words.find_next, hide: words.find_close };
  for (const button of box.querySelectorAll('[action]')) {
    button.setAttribute('role', 'button');
    const name = named[button.getAttribute('action') ?? ''];
    if (name) button.title = name;
    if (name || button.title) button.setAttribute('aria-label', name ?? button.title);
  }
  for (const field of box.querySelectorAll('input')) field.setAttribute('aria-label', field.placeholder);
};

/** @param {Editor.Pad} pad @param {AbortSignal} signal */
export const addKeys = (pad, signal) => {
  const { commands, keyBinding } = pad.ace;
  commands.removeCommands(NOT_OURS.filter((name) => commands.commands[name]));
  commands.addCommands([
    ENTER,
    { name: 'save', bindKey: { win: 'Ctrl-S', mac: 'Command-S' }, readOnly: true, exec: () => save(pad) },
    { name: 'find', bindKey: { win: 'Ctrl-F', mac: 'Command-F' }, readOnly: true, exec: () => search(pad, false) },
    { name: 'replace', bindKey: { win: 'Ctrl-H', mac: 'Command-Option-F' }, exec: () => search(pad, true) },
    { name: 'goToNextError', bindKey: { win: 'F8|Alt-E', mac: 'F8|F4' }, readOnly: true, exec: () => toNext(pad, 1) },
    {
      name: 'goToPreviousError',
      bindKey: { win: 'Shift-F8|Alt-Shift-E', mac: 'Shift-F8|Shift-F4' },
      readOnly: true,
      exec: () => toNext(pad, -1),
    },
  ]);
  keyBinding.addKeyboardHandler(wayOut(pad));
  listenForZoom(pad, signal);
};
