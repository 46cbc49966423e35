import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, page } from '../page.js';
import { makeSession, message, pad } from './made.js';
import { hover, sayHere, sayOnce, showMarks, toNext } from '../../../ui/components/editor/marks.js';

let provider;
let shown;
page.ace = {
  Range: class { constructor(row, from, end, to) { Object.assign(this, { row, from, end, to }); } },
  require: () => ({
    HoverTooltip: class {
      setClassName() {}

      setDataProvider(given) { provider = given; }

      hide() { shown = null; }

      showForRange(_ace, range, node) { shown = [range, node.textContent]; }

      addToEditor() {}
    },
  }),
};
const WORDS = {
  error: 'Error: ', warning: 'Warning: ', place: 'line {line}, column {column}', no_problem: 'all is well',
};
const open = (text) => {
  const said = message({ text, words: WORDS });
  const one = pad(said, { session: makeSession(text) });
  one.bar = {
    said: document.createElement('div'), hint: document.createElement('div'), place: document.createElement('span'),
  };
  one.ace.gotoLine = (row, column) => { one.at = { row: row - 1, column }; };
  return one;
};
const problem = (line, column, severity = 'error') => ({ line, column, severity, said: `${severity} ${line}` });
const marked = (text, line, column) => {
  const one = open(text);
  showMarks(one, [problem(line, column)]);
  const { range } = one.marks[0];
  return one.kept.session.getLine(range.start.row).slice(range.start.column, range.end.column);
};

beforeEach(() => { shown = undefined; });

test('a mark reaches to the end of the word, the key or the quoted value at its place', () => {
  const line = 'kind: "a b" # why';

  assert.deepEqual([marked(line, 1, 1), marked(line, 1, 7)], ['kind', '"a b"']);
  assert.equal(marked('key: some words', 1, 6), 'some words');
});

test('a mark behind the end of a line is on all that is written there, on an empty line it is there too', () => {
  assert.equal(marked('  key: x ', 1, 99), 'key: x');
  const one = open('a\n\nb');
  showMarks(one, [problem(2, 1)]);

  assert.deepEqual([one.marks[0].range.start.column, one.marks[0].range.end.column], [0, 1]);
});

test('a mark behind an emoji is where Python says', () => {
  assert.equal(marked('😀 wrong', 1, 3), 'wrong');
});

test('a mark below the text is on its last line', () => {
  const one = open('a\nb');
  showMarks(one, [problem(9, 1)]);

  assert.equal(one.marks[0].range.start.row, 1);
});

test('new marks take the place of the old ones', () => {
  const one = open('a\nb');
  showMarks(one, [problem(1, 1), problem(2, 1, 'warning')]);
  const old = one.marks[0].range;
  showMarks(one, [problem(2, 1, 'hint')]);

  const names = [...one.kept.session.markers.values()].map(({ name }) => name);

  assert.deepEqual(names, ['lab-editor__mark lab-editor__mark--info']);
  assert.deepEqual(one.kept.session.notes, [{ row: 1, column: 0, type: 'info', text: 'hint 2' }]);
  assert.ok(old.start.isDetached && old.end.isDetached);
});

test('below the text it says where the cursor is and what is wrong in its line', () => {
  const one = open('a\nb');
  showMarks(one, [problem(2, 1)]);
  assert.deepEqual([one.bar.place.textContent, one.bar.said.textContent], ['line 1, column 1', '']);
  one.at = { row: 1, column: 1 };
  sayHere(one);

  assert.deepEqual([one.bar.place.textContent, one.bar.said.textContent], ['line 2, column 2', 'Error: error 2']);
});

test('where nothing is wrong it says what the line is for, once the server has looked at it', () => {
  const one = open('a\nb');
  Object.assign(one.message, { hint: 'curriculum: knowledge points', line: 1, column: 1 });
  sayHere(one);
  assert.equal(one.bar.hint.textContent, 'curriculum: knowledge points');
  showMarks(one, [problem(1, 1)]);
  assert.equal(one.bar.hint.textContent, '');
  one.at = { row: 1, column: 1 };
  sayHere(one);

  assert.equal(one.bar.hint.textContent, '');
});

test('what is said once goes with the next move', () => {
  const one = open('a');
  sayOnce(one, 'Tab leaves');
  assert.equal(one.bar.said.textContent, 'Tab leaves');
  sayHere(one);

  assert.equal(one.bar.said.textContent, '');
});

test('a line that says the same is not read aloud again', () => {
  const one = open('a');
  showMarks(one, [problem(1, 1)]);
  const [said] = one.bar.said.children;
  sayHere(one);

  assert.equal(one.bar.said.children[0], said);
});

test('the way to the next problem goes round the end, in both directions', () => {
  const one = open('a\nb\nc\nd');
  showMarks(one, [problem(4, 1), problem(2, 1), problem(2, 1)]);
  const visited = [1, 1, 1, -1, -1].map((way) => {
    toNext(one, way);
    return one.at.row;
  });

  assert.deepEqual(visited, [1, 3, 1, 3, 1]);
});

test('where nothing is wrong it says so', () => {
  const one = open('a');
  toNext(one, 1);

  assert.equal(one.bar.said.textContent, 'all is well');
});

test('the message appears over the words it is about', () => {
  const one = open('kind: x');
  showMarks(one, [problem(1, 7)]);
  hover(one);
  provider({ getDocumentPosition: () => ({ row: 0, column: 6 }) });
  assert.deepEqual(shown, [one.marks[0].range, 'Error: error 1']);
  provider({ getDocumentPosition: () => ({ row: 0, column: 2 }) });

  assert.equal(shown, null);
});
