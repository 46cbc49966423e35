import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, page, press, resized } from '../page.js';
import board from '../../../ui/components/board/board.js';

let written = [];
const draw = (text) => board({
  data: { text, words: { board: 'Board', hint: 'Type here' } },
  parentElement: document.body,
  setTriggerValue: (_, value) => written.push(value),
});
const area = () => document.querySelector('textarea');
const type = (text) => {
  area().value = text;
  area().dispatchEvent(new page.Event('input'));
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  lay('<div><textarea></textarea></div><button>b</button>');
  written = [];
});

test('the board that is opened has the text, a name and the focus', () => {
  draw('hello');

  assert.deepEqual([area().value, area().getAttribute('aria-label')], ['hello', 'Board']);
  assert.equal(document.activeElement, area());
});

test('what is typed is told in a pause, once', () => {
  draw('');
  type('a');
  mock.timers.tick(500);
  type('ab');
  mock.timers.tick(599);
  assert.deepEqual(written, []);
  mock.timers.tick(1);
  area().dispatchEvent(new page.Event('blur'));

  assert.deepEqual(written, ['ab']);
});

test('who leaves or closes the board is told at once', () => {
  const blur = () => area().dispatchEvent(new page.Event('blur'));
  for (const leave of [blur, () => press('Escape'), () => press('PageDown')]) {
    lay('<div><textarea></textarea></div>');
    draw('');
    type('x');
    leave();
  }

  assert.deepEqual(written, ['x', 'x', 'x']);
});

test('while one types the server’s text is not put in, before and after it is', () => {
  draw('a');
  draw('b');
  assert.equal(area().value, 'b');
  type('mine');
  draw('c');

  assert.equal(area().value, 'mine');
});

test('an echo of what was told does not undo what was typed since', () => {
  draw('');
  type('a');
  mock.timers.tick(600);
  document.querySelector('button').focus();
  area().value = 'ab';
  draw('a');

  assert.equal(area().value, 'ab');
});

test('words are as large as there is room for', () => {
  Object.defineProperty(area(), 'clientHeight', { value: 400 });
  let high = 100; // at a size of 1
  Object.defineProperty(area(), 'scrollHeight', { get: () => parseFloat(area().style.fontSize) * high });
  draw('words');
  assert.ok(Math.abs(parseFloat(area().style.fontSize) - 4) < 0.04);
  high = 200;
  resized();

  assert.ok(Math.abs(parseFloat(area().style.fontSize) - 2) < 0.04);
});
