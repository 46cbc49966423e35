// Suggestions from the server: asked for by a report, shown when the answer is about this very place.
import { lookedAt, reportSoon } from './kept.js';
import { wordCharacters, wordStart } from './text.js';

// What the server suggests, if it suggests it for the word the cursor is in.
/** @param {Editor.Pad} pad */
const fitting = (pad) => {
  const told = lookedAt(pad);
  const { row, column } = pad.ace.getCursorPosition();
  const line = pad.kept.session.getLine(row);
  const fits = told.row === row && told.head === line.slice(0, wordStart(line, column));
  return fits ? pad.message.suggestions : null;
};

/** @param {Editor.Suggestion[]} suggestions @param {object} completer */
const asRows = (suggestions, completer) => suggestions.map((one, k) => ({
  value: one.value, caption: one.shown, meta: one.kind, docText: one.about, insert: one.insert,
  score: suggestions.length - k, completer,
}));

// Further lines begin under the first character of the first, be it behind dashes or not.
/** @param {string} head @param {string} insert */
const underFirst = (head, insert) => {
  const lengthOf = (/** @type {RegExp} */ start) => start.exec(head)?.[0].length ?? 0;
  const inset = lengthOf(/^\s*(?:- +)*/) - lengthOf(/^\s*/);
  return insert.replace(/\n(?=.)/g, `\n${' '.repeat(inset)}`);
};

// What stands behind the cursor and is part of the word anyway.
/** @param {string} rest @param {any} value */
const tailOf = (rest, value) => {
  let end = 0;
  while (end < rest.length && wordCharacters.test(rest[end])) end += 1;
  const tail = rest.slice(0, end);
  return value.endsWith(tail) ? tail.length : 0;
};

/** @param {Ace.Editor} editor @param {Editor.Suggestion} one */
const take = (editor, { insert, value }) => {
  const { session } = editor;
  const { row, column } = editor.getCursorPosition();
  const line = session.getLine(row);
  const start = wordStart(line, column);
  const end = column + tailOf(line.slice(column), value);
  const hasColon = /^\s*:/.test(line.slice(end));
  const text = hasColon ? insert.replace(/:\s*$/, '') : insert;
  editor.clearSelection();
  session.remove({ start: { row, column: start }, end: { row, column: end } });
  const isSnippet = /\$(?:\d|\{\d)/.test(text);
  const written = underFirst(line.slice(0, start), isSnippet ? text : text.replace(/[\\$`]/g, '\\$&'));
  window.ace.require('ace/snippets').snippetManager.insertSnippet(editor, written);
};

/** @param {Editor.Pad} pad */
const makeCompleter = (pad) => {
  const completer = {
    id: 'lab',
    identifierRegexps: [wordCharacters],
    insertMatch: take,
    /** @type {(editor: Ace.Editor, session: Ace.Session, at: Ace.Point, prefix: string, answer: Function) => void} */
    getCompletions: (_editor, _session, _at, _prefix, answer) => {
      const here = fitting(pad);
      pad.asking = !here;
      if (here) answer(null, asRows(here, completer));
      else reportSoon(pad);
    },
    cancel: () => { pad.asking = false; },
  };
  return completer;
};

// Whether the list came by itself and the word that it was for is over: Enter shall begin a line there.
/** @param {Editor.Pad} pad @param {Ace.Completions} list */
const isTooLate = (pad, list) => {
  const { row, column } = pad.ace.getCursorPosition();
  return list.autoShown && wordStart(pad.kept.session.getLine(row), column) === column;
};

// The cursor has moved. Ace looks a moment later whether its list still fits, and Enter may be quicker than that;
// in the event itself the list must stay, since it hears of it after us.
/** @param {Editor.Pad} pad */
export const leaveWord = (pad) => queueMicrotask(() => {
  const list = pad.ace?.completer;
  if (list?.activated && isTooLate(pad, list)) list.detach();
});

// An answer has come: whoever waits gets it, and an open list is made anew if it says something else.
/** @param {Editor.Pad} pad */
export const bringSuggestions = (pad) => {
  const here = fitting(pad);
  const list = pad.ace.completer;
  if (!here || !list?.activated) return;
  if (isTooLate(pad, list)) {
    list.detach();
    return;
  }
  const names = JSON.stringify(here);
  const isNews = names !== pad.offered;
  pad.offered = names;
  if (pad.asking || (isNews && list.popup?.isOpen)) list.updateCompletions(false); // asks once more, and is answered
};

/** @param {Editor.Pad} pad */
export const suggestFor = (pad) => {
  pad.completer = makeCompleter(pad);
  pad.ace.completers = [pad.completer];
  pad.ace.setOptions({ enableBasicAutocompletion: [pad.completer], enableLiveAutocompletion: [pad.completer] });
  const { Autocomplete } = window.ace.require('ace/autocomplete');
  Object.assign(Autocomplete.for(pad.ace), { showLoadingState: true, emptyMessage: () => pad.message.words.nothing });
};
