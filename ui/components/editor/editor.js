// The editor: made once for its place on the page and kept; a run of the server only hands it new words.
import { make } from '../chart/node.js';
import { bring } from '../script.js';
import { addKeys, showSize } from './keys.js';
import { adopt, isAbout, report, reportLater, take } from './kept.js';
import { hover, sayHere, showMarks } from './marks.js';
import { bringSuggestions, leaveWord, suggestFor } from './suggest.js';
import { fromPython, toPython } from './text.js';
import { listenForTouch } from './touch.js';
import { makeSession } from './yaml.js';

const THEME = { cssClass: 'ace-lab', isDark: false, cssText: '' }; // its colours follow the page's, see editor.css
const OPTIONS = {
  theme: THEME,
  showPrintMargin: false,
  behavioursEnabled: false, // no quotes or brackets that nobody typed: most of a lesson is prose
  wrapBehavioursEnabled: false,
  navigateWithinSoftTabs: false,
  highlightActiveLine: true,
  scrollPastEnd: 0.3,
  animatedScroll: false,
  useResizeObserver: true,
  selectionStyle: 'text',
};
const FLASH = 1600; // ms
const SETTLED = 2000; // ms

/** @type {WeakMap<HTMLElement, Editor.Pad>} */
const pads = new WeakMap();
/** @type {Promise<unknown> | null} */
let loading = null;

const makeBar = () => {
  const node = make('div', 'lab-editor__bar');
  const said = make('div', 'lab-editor__here');
  const hint = make('div', 'lab-editor__hint'); // not read aloud: it changes with every move of the cursor
  const place = make('span', 'lab-editor__place');
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  node.append(said, hint, place);
  return { node, said, hint, place };
};

/** @param {HTMLElement} root */
const build = (root) => {
  /** @type {Editor.Pad} */
  const pad = /** @type {any} */ (
    { root, ace: null, composing: false, marks: [], asking: false, offered: '', saying: '' }
  );
  pad.host = make('div', 'lab-editor__text');
  pad.wait = make('div', 'lab-editor__wait');
  pad.bar = makeBar();
  pad.cursor = () => {
    const { row, column } = pad.ace.getCursorPosition();
    return { line: row + 1, character: toPython(pad.kept.session.getLine(row), column) + 1 };
  };
  pad.settle = () => settle(pad);
  root.append(pad.host, pad.wait, pad.bar.node);
  pads.set(root, pad);
  return pad;
};

/** @param {Editor.Pad} pad */
const takeDown = (pad) => {
  report(pad);
  pad.done?.abort();
  if (!pad.ace) return;
  showMarks(pad, []);
  pad.tooltip.destroy();
  pad.ace.setSession(window.ace.createEditSession('')); // ours is kept, with its undo history
  pad.ace.destroy();
  pad.ace = /** @type {any} */ (null);
};

/** @param {Editor.Pad} pad */
const listen = (pad) => {
  const { signal } = pad.done;
  const input = pad.ace.textInput.getElement();
  pad.ace.on('change', () => { if (!pad.adopting) reportLater(pad); });
  pad.ace.on('changeSelection', () => {
    sayHere(pad);
    leaveWord(pad);
    if (!pad.adopting) reportLater(pad);
  });
  pad.ace.on('blur', () => report(pad));
  input.addEventListener('compositionstart', () => { pad.composing = true; }, { signal });
  input.addEventListener('compositionend', () => {
    pad.composing = false;
    reportLater(pad);
    setTimeout(() => settle(pad)); // what the server said meanwhile, once Ace has the character
  }, { signal });
  // Streamlit sends what changes in one moment as one, and if our fragment is in it, nothing but our fragment
  // runs. So the text goes ahead when a hand comes near a button, not with the click on it.
  for (const name of ['pointermove', 'pointerdown']) {
    document.addEventListener(name, (event) => {
      if (pad.timer && !pad.root.contains(/** @type {Node} */ (event.target))) report(pad);
    }, { capture: true, passive: true, signal });
  }
  document.addEventListener('visibilitychange', () => report(pad), { signal });
  addEventListener('pagehide', () => report(pad), { signal });
};

/** @param {Editor.Pad} pad */
const open = (pad) => {
  pad.done = new AbortController();
  pad.kept = take(pad.message, makeSession);
  window.ace.config.setMessages(pad.message.aceWords);
  pad.ace = window.ace.edit(pad.host);
  pad.ace.setSession(pad.kept.session);
  pad.ace.setOptions(OPTIONS);
  addKeys(pad, pad.done.signal);
  suggestFor(pad);
  showSize(pad);
  pad.tooltip = hover(pad);
  listen(pad);
  listenForTouch(pad, pad.done.signal);
  pad.root.removeAttribute('aria-busy');
  if (pad.kept.session.getValue() !== pad.message.text) reportLater(pad);
};

/** @param {Editor.Pad} pad */
const jump = (pad) => {
  if (!pad.message.jump) return;
  const [line, column, nonce] = pad.message.jump;
  if (nonce === pad.kept.jumped) return;
  pad.kept.jumped = nonce;
  const { session } = pad.kept;
  const row = Math.max(0, Math.min(line, session.getLength()) - 1);
  pad.ace.resize(true);
  pad.ace.gotoLine(row + 1, fromPython(session.getLine(row), column - 1), false);
  const centre = () => pad.ace.scrollToLine(row, true, false);
  centre();
  // An editor that has just been opened wraps its lines anew once it knows how wide it is.
  session.on('changeWrapLimit', centre);
  setTimeout(() => session.off('changeWrapLimit', centre), SETTLED);
  pad.root.scrollIntoView({ block: 'nearest' });
  pad.ace.focus();
  const { Range } = window.ace;
  const flash = session.addMarker(new Range(row, 0, row, 1), 'lab-editor__flash', 'fullLine');
  setTimeout(() => session.removeMarker(flash), FLASH);
};

// Another language: what Ace has built with the old words is built anew when it is needed.
/** @param {Editor.Pad} pad */
const dress = (pad) => {
  const { language, label, words, aceWords, readOnly } = pad.message;
  pad.ace.setReadOnly(readOnly);
  pad.root.toggleAttribute('data-read-only', readOnly);
  const name = words.name.replace('{label}', label);
  if (pad.ace.getOption('textInputAriaLabel') !== name) {
    pad.ace.setOption('textInputAriaLabel', name);
    pad.ace.textInput.setAriaLabel?.();
  }
  if (pad.language === language) return;
  pad.language = language;
  pad.saying = null;
  window.ace.config.setMessages(aceWords);
  if (pad.ace.searchBox) {
    if (pad.ace.searchBox.active) pad.ace.searchBox.hide();
    pad.ace.searchBox.element.remove();
    pad.ace.searchBox = null;
  }
};

// Puts the server's last words in force.
/** @param {Editor.Pad} pad */
const settle = (pad) => {
  if (!pad.ace || pad.composing || !pad.root.isConnected) return;
  if (pad.message.version !== pad.kept.version) {
    pad.adopting = true;
    adopt(pad);
    pad.adopting = false;
    if (pad.kept.session.getValue() !== pad.message.text) reportLater(pad);
  }
  dress(pad);
  if (isAbout(pad)) showMarks(pad, pad.message.problems);
  sayHere(pad);
  jump(pad);
  bringSuggestions(pad);
};

/** @param {Editor.Pad} pad @param {string} text @param {boolean} [isLost] */
const sayWait = (pad, text, isLost) => {
  pad.wait.hidden = !text;
  pad.wait.replaceChildren(make('span', '', text));
  if (!isLost) return;
  const again = make('button', '', pad.message.words.retry);
  again.type = 'button';
  again.onclick = () => start(pad);
  pad.wait.append(again);
};

/** @param {Editor.Pad} pad */
const start = async (pad) => {
  if (!window.ace) {
    pad.root.setAttribute('aria-busy', 'true');
    sayWait(pad, pad.message.words.loading);
    try {
      loading ??= bring(pad.message.ace);
      await loading;
    } catch {
      loading = null;
      sayWait(pad, pad.message.words.failed, true);
      pad.root.removeAttribute('aria-busy'); // nothing more comes unless somebody asks
      return;
    }
  }
  if (!pad.root.isConnected) return;
  sayWait(pad, '');
  if (!pad.ace) open(pad);
  settle(pad);
};

/** @param {Component<Uint8Array>} component */
export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const pad = pads.get(root) ?? build(root);
  pad.send = setStateValue;
  pad.message = JSON.parse(new TextDecoder().decode(data));
  root.style.setProperty('--lab-editor-height', `${pad.message.height / 16}rem`);
  if (pad.ace) settle(pad);
  else start(pad);
  return () => { if (!root.isConnected) takeDown(pad); };
}
