// What outlives the editor on the page: the text with its undo history, and what the server was told of it.
import { difference, fromPython, merge, whole, wordStart } from './text.js';

const MANY = 20;
const PAUSE = 350; // ms after the last key
const SOON = 90; // when a list of suggestions waits for the answer

/** @type {Map<string, Editor.Kept>} */
const all = new Map();

/** @template Name @param {Map<Name, unknown>} map @param {Name} least */
const trim = (map, least) => {
  for (const name of map.keys()) {
    if (map.size <= MANY) return;
    if (name !== least) map.delete(name);
  }
};

// What the server was told: the text, and where the cursor was.
/** @param {Editor.Message} one */
const told = ({ text, line, column }) => (
  { text, row: line - 1, column: fromPython(text.split('\n')[line - 1], column - 1) }
);

/** @param {Editor.Kept} kept @param {Ace.Point} one */
const markOf = (kept, { row, column }) => [kept.version, row, column, kept.saves].join();

/** @param {Editor.Kept} kept @param {string} text */
const isKnown = (kept, text) => kept.session.getValue() === text || [...kept.reports.values()].includes(text);

/** @param {Editor.Message} one @param {Editor.MakeSession} makeSession */
const begin = ({ id, version, text }, makeSession) => (
  { id, version, session: makeSession(text), revision: 0, saves: 0, jumped: null, reports: new Map() }
);

// The server holds what its message says, whatever it was told before.
/** @param {Editor.Kept} kept @param {Editor.Message} message */
const agree = (kept, message) => {
  kept.revision = Math.max(kept.revision, message.at);
  kept.sent = message.text;
  kept.mark = markOf(kept, told(message));
  kept.reports.set(message.at, message.text);
};

// The text as it was left if the server speaks of the same one, else the server's.
/** @param {Editor.Message} message @param {Editor.MakeSession} makeSession */
export const take = (message, makeSession) => {
  const old = all.get(message.id);
  const kept = old && old.version === message.version && isKnown(old, message.text) ? old : begin(message, makeSession);
  kept.saves = message.saves;
  agree(kept, message);
  all.delete(message.id);
  all.set(message.id, kept);
  trim(all, message.id);
  return kept;
};

/** @param {Ace.Session} session @param {number} index */
const place = (session, index) => session.doc.indexToPosition(index);

// Another version from the server: put in where it differs, undone with one Ctrl-Z; what was typed elsewhere stays.
/** @param {Editor.Pad} pad */
export const adopt = (pad) => {
  const { kept, message } = pad;
  const { session } = kept;
  const mine = session.getValue();
  const merged = merge(kept.reports.get(message.from) ?? mine, mine, message.text) ?? message.text;
  const { start, end, text } = difference(mine, merged);
  const range = { start: place(session, start), end: place(session, end) };
  session.markUndoGroup();
  if (start !== end || text) session.replace(range, text);
  session.markUndoGroup();
  kept.version = message.version;
  agree(kept, message);
};

// Tells the server what stands here now, unless it knows; not in the middle of composing a character.
/** @param {Editor.Pad} pad */
export const report = (pad) => {
  clearTimeout(pad.timer);
  pad.timer = 0;
  if (pad.composing) return; // asked again at its end; until then the server has yet to be told
  pad.root.removeAttribute('data-asking');
  if (!pad.ace) return;
  const { kept } = pad;
  const { row, column } = pad.ace.getCursorPosition();
  const text = whole(kept.session.getValue());
  const mark = markOf(kept, { row, column });
  if (mark === kept.mark && text === kept.sent) {
    pad.settle(); // a letter typed and taken back may have moved the marks
    return;
  }
  kept.mark = mark;
  kept.sent = text;
  kept.revision += 1;
  kept.reports.set(kept.revision, text);
  trim(kept.reports, kept.revision);
  const { line, character } = pad.cursor();
  pad.send('now', { version: kept.version, revision: kept.revision, text, line, column: character, saves: kept.saves });
};

/** @param {Editor.Pad} pad @param {number} [wait] */
export const reportLater = (pad, wait = PAUSE) => {
  clearTimeout(pad.timer);
  pad.root.toggleAttribute('data-asking', true); // the server has yet to be told
  pad.timer = setTimeout(() => report(pad), wait);
};

/** @param {Editor.Pad} pad */
export const reportSoon = (pad) => reportLater(pad, SOON);

/** @param {Editor.Pad} pad */
export const save = (pad) => {
  pad.kept.saves += 1;
  report(pad);
};

// Whether the server's last words are about exactly the text that stands here.
/** @param {Editor.Pad} pad */
export const isAbout = (pad) => pad.message.text === pad.kept.session.getValue();

// The line the cursor was in when the server looked, up to the word it was in.
/** @param {Editor.Pad} pad */
export const lookedAt = (pad) => {
  const { row, column } = told(pad.message);
  const line = pad.message.text.split('\n')[row];
  return { row, head: line.slice(0, wordStart(line, column)) };
};
