import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page, press } from '../page.js';
import ordering from '../../../ui/components/ordering/ordering.js';

const WORDS = { list: 'List', up: '{text} up', down: '{text} down', moved: '{text}: {place} of {all}' };
const rows = (...ids) => ids.map((id) => ({ id, text: `Step ${id}` }));
let sent = [];

const draw = (...ids) => ordering({
  data: { rows: rows(...ids), words: WORDS },
  parentElement: document.body,
  setStateValue: (name, order) => sent.push([name, order.join('')]),
});
const shown = () => [...document.querySelectorAll('li')].map((row) => row.dataset.id).join('');
const row = (id) => document.querySelector(`li[data-id="${id}"]`);
const up = (id) => row(id).querySelector('.lab-order__up');
const down = (id) => row(id).querySelector('.lab-order__down');

beforeEach(() => {
  lay('<div class="lab-order" data-lab-root><ol></ol><p></p></div>');
  sent = [];
});

test('a row moves by its buttons, and the new order is sent and said', () => {
  draw('a', 'b', 'c');
  down('a').click();

  assert.deepEqual([shown(), sent], ['bac', [['order', 'bac']]]);
  assert.equal(document.querySelector('p').textContent, 'Step a: 2 of 3');
  assert.equal(up('a').getAttribute('aria-label'), 'Step a up');
});

test('the first row cannot go up and the last cannot go down', () => {
  draw('a', 'b');
  const stuck = () => [up('a'), down('a'), up('b'), down('b')].map((button) => button.disabled);
  assert.deepEqual(stuck(), [true, false, false, true]);
  up('b').click();

  assert.deepEqual(stuck(), [false, true, true, false]);
});

test('the focus stays on the row that moves, on the other button at the end', () => {
  draw('a', 'b', 'c');
  up('c').focus();
  up('c').click();
  assert.equal(document.activeElement, up('c'));
  up('c').click();

  assert.equal(document.activeElement, down('c'));
});

test('arrows move a row, with Ctrl they are the browser’s, and at the end nothing happens', () => {
  draw('a', 'b', 'c');
  assert.ok(press('ArrowDown', { on: down('a') }));
  assert.equal(press('ArrowDown', { on: down('a'), ctrlKey: true }), false);
  assert.equal(press('x', { on: down('a') }), false);
  press('ArrowUp', { on: up('b') });

  assert.deepEqual([shown(), sent.length], ['bac', 1]);
});

test('the reader’s order stands when the same rows come again, in whatever order', () => {
  draw('a', 'b', 'c');
  down('a').click();
  draw('c', 'b', 'a');
  assert.equal(shown(), 'bac');
  draw('c', 'd');

  assert.equal(shown(), 'cd');
});

test('a row that is dragged stands after the rows whose middle the pointer has passed', () => {
  draw('a', 'b', 'c');
  for (const id of ['a', 'b', 'c']) {
    row(id).getBoundingClientRect = () => ({ top: 20 * shown().indexOf(id), height: 20 });
  }
  const pointer = (name, clientY) => page.dispatchEvent(Object.assign(new page.Event(name), { clientY }));
  row('a').querySelector('.lab-order__grip').onpointerdown({ button: 0 });
  pointer('pointermove', 25);
  assert.equal(shown(), 'abc');
  pointer('pointermove', 35);
  pointer('pointermove', 99);
  assert.deepEqual([shown(), sent], ['bca', []]);
  pointer('pointerup', 99);
  pointer('pointermove', 0);

  assert.deepEqual([shown(), sent], ['bca', [['order', 'bca']]]);
  assert.ok(!('held' in row('a').dataset));
});

test('another button of the mouse drags nothing', () => {
  draw('a', 'b');
  row('a').querySelector('.lab-order__grip').onpointerdown({ button: 2 });

  assert.ok(!('held' in row('a').dataset));
});

test('a list that was marked shows that order again and cannot be moved by button, key or pointer', () => {
  draw('a', 'b', 'c');
  down('a').click();
  sent = [];
  const close = () => ordering({
    data: { rows: rows('a', 'c', 'b'), words: { ...WORDS, closed: 'Marked' }, closed: true },
    parentElement: document.body,
    setStateValue: (name, order) => sent.push([name, order.join('')]),
  });
  close();
  down('a').click();
  press('ArrowDown', { on: row('a') });
  row('a').querySelector('.lab-order__grip').onpointerdown({ button: 0 });

  assert.deepEqual([shown(), sent], ['acb', []]);
  assert.ok([...document.querySelectorAll('button')].every((button) => button.disabled));
  assert.equal(document.querySelector('ol').getAttribute('aria-label'), 'Marked');
  assert.ok(!('held' in row('a').dataset));
});

test('the verdicts of an order stand beside its rows while it is as it was marked', () => {
  const mark = (...ids) => ordering({
    data: { rows: rows('a', 'b', 'c'), words: WORDS, marked: ids, verdicts: { b: ['wrong', 'Not right'] } },
    parentElement: document.body,
    setStateValue: () => {},
  });
  const said = () => [...document.querySelectorAll('[data-lab-verdict]')].map((one) => one.textContent).join('|');
  draw('a', 'b', 'c');
  assert.equal(said(), '||');
  mark('a', 'b', 'c');
  assert.equal(said(), '|Not right|');
  down('a').click();
  assert.equal(said(), '||');
  up('a').click();

  assert.equal(said(), '|Not right|');
});
