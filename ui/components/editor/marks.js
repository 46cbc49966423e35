// What is wrong in the text: a sign beside the line, a wave under the words, the message on hover and aloud.
import { make } from '../chart/node.js';
import { lookedAt } from './kept.js';
import { fromPython } from './text.js';

/** @type {Words} */
const GUTTER = { error: 'error', warning: 'warning' };

// From the place to the end of the word or value there.
/** @param {string} line @param {number} column */
const stretch = (line, column) => {
  const from = Math.min(column, line.search(/\S\s*$/) + 1);
  const [word] = /^(?:"[^"]*"|'[^']*'|[^\s:]+(?=:(?:\s|$))|[^#]*\S)?/.exec(line.slice(from)) ?? [''];
  if (word) return [from, from + word.length];
  const first = line.search(/\S|$/);
  return [first, Math.max(first + 1, line.trimEnd().length)];
};

/** @param {Editor.Pad} pad */
const clear = (pad) => {
  for (const mark of pad.marks) {
    pad.kept.session.removeMarker(mark.id);
    mark.range.start.detach();
    mark.range.end.detach();
  }
  pad.marks = [];
};

/** @param {Editor.Pad} pad @param {Editor.Problem} one */
const mark = (pad, { line, column, severity, said }) => {
  const { session } = pad.kept;
  const row = Math.max(0, Math.min(line, session.getLength()) - 1);
  const text = session.getLine(row);
  const [from, to] = stretch(text, fromPython(text, column - 1));
  const { Range } = window.ace;
  const range = new Range(row, from, row, to);
  range.start = session.doc.createAnchor(row, from); // it moves along while others type above it
  range.end = session.doc.createAnchor(row, to);
  const id = session.addMarker(range, `lab-editor__mark lab-editor__mark--${GUTTER[severity] ?? 'info'}`, 'text');
  return { range, id, said, severity };
};

/** @param {Editor.Pad} pad @param {Editor.Problem[]} problems */
export const showMarks = (pad, problems) => {
  clear(pad);
  pad.marks = problems.map((problem) => mark(pad, problem));
  pad.kept.session.setAnnotations(pad.marks.map(({ range, severity, said }) => ({
    row: range.start.row, column: range.start.column, type: GUTTER[severity] ?? 'info', text: said,
  })));
  sayHere(pad);
};

/** @param {Editor.Pad} pad @param {number} row */
const inRow = (pad, row) => pad.marks.filter(({ range }) => range.start.row === row);

/** @param {Editor.Pad} pad @param {Editor.Mark[]} marks */
const listed = (pad, marks) => marks.map(({ severity, said }) => {
  const row = make('p', `lab-editor__said lab-editor__said--${severity}`);
  row.append(make('strong', '', pad.message.words[severity] ?? ''), make('span', '', said));
  return row;
});

// The bar below: where the cursor is, and aloud what is wrong in its line.
/** @param {Editor.Pad} pad */
export const sayHere = (pad) => {
  const { line, character } = pad.cursor();
  const { words } = pad.message;
  const place = words.place.replace('{line}', line).replace('{column}', character);
  if (pad.bar.place.textContent !== place) pad.bar.place.textContent = place;
  const here = inRow(pad, line - 1);
  say(pad, here);
  const hint = here.length || lookedAt(pad).row !== line - 1 ? '' : pad.message.hint;
  if (pad.bar.hint.textContent !== hint) pad.bar.hint.textContent = hint;
};

/** @param {Editor.Pad} pad @param {Editor.Mark[]} marks */
const say = (pad, marks) => {
  const text = marks.map(({ severity, said }) => severity + said).join('\n');
  if (text === pad.saying) return;
  pad.saying = text;
  pad.bar.said.replaceChildren(...listed(pad, marks));
};

/** @param {Editor.Pad} pad @param {string} words */
export const sayOnce = (pad, words) => {
  pad.saying = words;
  pad.bar.said.replaceChildren(make('p', 'lab-editor__said', words));
};

// The message appears over the words it is about.
/** @param {Editor.Pad} pad */
export const hover = (pad) => {
  const { HoverTooltip } = window.ace.require('ace/tooltip');
  const tooltip = new HoverTooltip();
  tooltip.setClassName('lab-editor__tip');
  /** @param {{ getDocumentPosition(): Ace.Point }} event */
  const about = (event) => {
    const { row, column } = event.getDocumentPosition();
    const here = inRow(pad, row).filter(({ range }) => range.start.column <= column && column <= range.end.column);
    if (!here.length) return tooltip.hide();
    const node = make('div');
    node.append(...listed(pad, here));
    return tooltip.showForRange(pad.ace, here[0].range, node, event);
  };
  tooltip.setDataProvider(about);
  tooltip.addToEditor(pad.ace);
  return tooltip;
};

// To the next line with a problem, round the end.
/** @param {Editor.Pad} pad @param {number} way */
export const toNext = (pad, way) => {
  const { row } = pad.ace.getCursorPosition();
  const rows = [...new Set(pad.marks.map(({ range }) => range.start.row))].sort((a, b) => (a - b) * way);
  const next = rows.find((one) => (one - row) * way > 0) ?? rows[0];
  if (next === undefined) return sayOnce(pad, pad.message.words.no_problem);
  const { start } = inRow(pad, next)[0].range;
  pad.ace.gotoLine(start.row + 1, start.column, false);
  return true;
};
