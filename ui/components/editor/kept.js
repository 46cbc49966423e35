// What outlives the editor on the page: the text with its undo history, and what the server was told of it.
import { difference, merge, whole, wordStart } from './text.js';

const MANY = 20;
const PAUSE = 350; // ms after the last key
const SOON = 90; // when a list of suggestions waits for the answer

const all = new Map();

const trim = (map, least) => {
  for (const name of map.keys()) {
    if (map.size <= MANY) return;
    if (name !== least) map.delete(name);
  }
};

// What a report said, as far as it is needed to see whether an answer still fits.
const seen = (text, row, column) => {
  const lines = text.split('\n');
  const last = Math.min(row, lines.length - 1);
  return { text, row: last, column, head: lines[last].slice(0, wordStart(lines[last], Math.min(column, lines[last].length))) };
};

const isKnown = (kept, text) => kept.session.getValue() === text || [...kept.reports.values()].some((one) => one.text === text);

const begin = ({ id, version, text, at }, makeSession) => {
  const kept = { id, version, session: makeSession(text), revision: at, saves: 0, jumped: null };
  kept.reports = new Map([[at, seen(text, 0, 0)]]);
  kept.mark = [version, 0, 0, 0].join();
  kept.sent = text;
  return kept;
};

// The text as it was left if the server speaks of the same one, else the server's.
export const take = (message, makeSession) => {
  const old = all.get(message.id);
  const kept = old && old.version === message.version && isKnown(old, message.text) ? old : begin(message, makeSession);
  if (old && old !== kept) kept.saves = old.saves;
  kept.revision = Math.max(kept.revision, message.at);
  all.delete(message.id);
  all.set(message.id, kept);
  trim(all, message.id);
  return kept;
};

const place = (session, index) => session.doc.indexToPosition(index);

// Another version from the server: put in where it differs, undone with one Ctrl-Z; what was typed elsewhere stays.
export const adopt = (pad) => {
  const { kept, message } = pad;
  const { session } = kept;
  const mine = session.getValue();
  const told = kept.reports.get(message.from) ?? seen(mine, 0, 0);
  const merged = merge(told.text, mine, message.text) ?? message.text;
  const { start, end, text } = difference(mine, merged);
  const range = { start: place(session, start), end: place(session, end) };
  session.markUndoGroup();
  if (start !== end || text) session.replace(range, text);
  session.markUndoGroup();
  kept.version = message.version;
  kept.sent = message.text;
  kept.mark = [kept.version, told.row, told.column, kept.saves].join();
  kept.reports.set(message.at, seen(message.text, told.row, told.column));
};

// Tells the server what stands here now, unless it knows; not in the middle of composing a character.
export const report = (pad) => {
  clearTimeout(pad.timer);
  pad.timer = 0;
  if (pad.composing || !pad.ace) return;
  const { kept } = pad;
  const { row, column } = pad.ace.getCursorPosition();
  const text = whole(kept.session.getValue());
  const mark = [kept.version, row, column, kept.saves].join();
  if (mark === kept.mark && text === kept.sent) return;
  kept.mark = mark;
  kept.sent = text;
  kept.revision += 1;
  kept.reports.set(kept.revision, seen(text, row, column));
  trim(kept.reports, kept.revision);
  const { line, character } = pad.cursor();
  pad.send('now', { version: kept.version, revision: kept.revision, text, line, column: character, saves: kept.saves });
};

export const reportLater = (pad, wait = PAUSE) => {
  clearTimeout(pad.timer);
  pad.timer = setTimeout(() => report(pad), wait);
};

export const reportSoon = (pad) => reportLater(pad, SOON);

export const save = (pad) => {
  pad.kept.saves += 1;
  report(pad);
};

// Whether the server's last words are about exactly the text that stands here.
export const isAbout = (pad) => pad.kept.reports.get(pad.message.at)?.text === pad.kept.session.getValue();
