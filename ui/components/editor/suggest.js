// Suggestions from the server: asked for by a report, shown when the answer is about this very place.
import { lookedAt, reportSoon } from './kept.js';
import { wordCharacters, wordStart } from './text.js';

// What the server suggests, if it suggests it for the word the cursor is in.
const fitting = (pad) => {
  const told = lookedAt(pad);
  const { row, column } = pad.ace.getCursorPosition();
  const line = pad.kept.session.getLine(row);
  const fits = told.row === row && told.head === line.slice(0, wordStart(line, column));
  return fits ? pad.message.suggestions : null;
};

const asRows = (suggestions, completer) => suggestions.map((one, k) => ({
  value: one.value, caption: one.value, meta: one.kind, docText: one.about, insert: one.insert,
  score: suggestions.length - k, completer,
}));

// Further lines begin under the first character of the first, be it behind dashes or not.
const underFirst = (head, insert) => {
  const inset = /^\s*(?:- +)*/.exec(head)[0].length - /^\s*/.exec(head)[0].length;
  return insert.replace(/\n(?=.)/g, `\n${' '.repeat(inset)}`);
};

// What stands behind the cursor and is part of the word anyway.
const tailOf = (rest, value) => {
  let end = 0;
  while (end < rest.length && wordCharacters.test(rest[end])) end += 1;
  const tail = rest.slice(0, end);
  return value.endsWith(tail) ? tail.length : 0;
};

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

const makeCompleter = (pad) => {
  const completer = {
    id: 'lab',
    identifierRegexps: [wordCharacters],
    insertMatch: take,
    getCompletions: (editor, session, position, prefix, answer) => {
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
const isTooLate = (pad, list) => {
  const { row, column } = pad.ace.getCursorPosition();
  return list.autoShown && wordStart(pad.kept.session.getLine(row), column) === column;
};

// An answer has come: whoever waits gets it, and an open list is made anew if it says something else.
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

export const suggestFor = (pad) => {
  pad.completer = makeCompleter(pad);
  pad.ace.completers = [pad.completer];
  pad.ace.setOptions({ enableBasicAutocompletion: [pad.completer], enableLiveAutocompletion: [pad.completer] });
  const { Autocomplete } = window.ace.require('ace/autocomplete');
  Object.assign(Autocomplete.for(pad.ace), { showLoadingState: true, emptyMessage: () => pad.message.words.nothing });
};
