import assert from 'node:assert/strict';
import { test } from 'node:test';
import { head, route } from '../../../ui/components/course_map/route.js';

const card = (left, top) => ({ left, top, right: left + 300, bottom: top + 200 });

test('a neighbour in the row is reached straight through the gap between them', () => {
  assert.deepEqual(route(card(0, 0), card(332, 0), 200), [[300, 22], [332, 22]]);
});

test('the card after the next is reached under the row, below its highest card', () => {
  const points = route(card(0, 0), card(664, 0), 230, 1);

  assert.deepEqual(points.map(([, y]) => y), [200, 239, 239, 200]);
});

test('on a phone the card below is reached straight down', () => {
  assert.deepEqual(route(card(16, 0), card(16, 232), 200), [[166, 200], [166, 232]]);
});

test('a card of another unit is entered from its left, beside the heading that stands over it', () => {
  const points = route(card(332, 0), card(32, 300), 230);

  assert.deepEqual(points.at(-1), [32, 322]);
  assert.ok(points.slice(1, -1).every(([x, y]) => x === 21 || x === 493 || y === 235), 'it runs in the gaps');
});

test('the head of an arrow begins at its tip and lies behind it', () => {
  const [tip, ...back] = head([[0, 0], [100, 0]]);

  assert.deepEqual(tip, [100, 0]);
  assert.ok(back.every(([x]) => x === 92));
});
