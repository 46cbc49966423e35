import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from '../page.js';
import { fill, letter, make, short } from '../../../ui/components/live/dom.js';

const EVIL = '<img src=x onerror="alert(1)">';

test('what somebody typed is never read as markup, neither as a child nor as an attribute', () => {
  const made = make('p', { title: EVIL }, EVIL, make('b', {}, EVIL));

  assert.deepEqual([made.querySelectorAll('img').length, made.textContent], [0, EVIL + EVIL]);
  assert.equal(made.getAttribute('title'), EVIL);
});

test('an attribute that is true is there, one that is false or missing is not, and zero is kept', () => {
  const made = make('i', { hidden: true, draggable: false, id: null, title: undefined, value: 0 });

  assert.deepEqual(made.getAttributeNames(), ['hidden', 'value']);
  assert.equal(made.getAttribute('value'), '0');
});

test('what is to be done at a click is done', () => {
  let clicks = 0;
  const made = make('button', { onclick: () => { clicks += 1; } });
  document.body.append(made);
  made.click();

  assert.equal(clicks, 1);
});

test('places are filled in, zero too, and what nobody knows stays as it was', () => {
  assert.equal(fill('{n} of {all} {what}', { n: 0, all: 12 }), '0 of 12 {what}');
});

test('options have letters, and numbers are short with a minus that is one', () => {
  assert.deepEqual([0, 1, 25].map(letter), ['A', 'B', 'Z']);
  assert.deepEqual([1 / 3, -2.5, 123456, 0].map(short), ['0.3333', '−2.5', '123500', '0']);
});
