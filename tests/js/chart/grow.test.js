import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { dictionary } from '../laws.js';
import { grow, grown } from '../../../ui/components/chart/grow.js';

const figure = fc.letrec((tie) => ({
  node: dictionary(
    fc.constantFrom('size', 'margin', 'line', 'width', 'x', 'font', 'pad', 'l', 'name'),
    fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string(), fc.constant(null), fc.array(fc.integer()), tie('node')),
  ),
})).node;

test('words, dots, strokes and the room around grow, data and shares of the picture do not', () => {
  const given = {
    data: [{ x: [1, 2], marker: { size: [4, 6], line: { width: 1 } }, width: 0.5, error_y: { width: 2, array: [3] } }],
    margin: { l: 40, t: 10 }, font: { size: 12 }, legend: { x: 0, y: 1.02 }, xaxis: { ticklen: 5, range: [0, 9] },
  };

  assert.deepEqual(grow(given, 2), {
    data: [{ x: [1, 2], marker: { size: [8, 12], line: { width: 2 } }, width: 0.5, error_y: { width: 4, array: [3] } }],
    margin: { l: 80, t: 20 }, font: { size: 24 }, legend: { x: 0, y: 1.02 }, xaxis: { ticklen: 10, range: [0, 9] },
  });
});

test('each note of a list of notes grows', () => {
  assert.deepEqual(grow({ annotations: [{ ax: 3, x: 7 }, { ax: -4, x: 8 }] }, 2),
    { annotations: [{ ax: 6, x: 7 }, { ax: -8, x: 8 }] });
});

test('a list that begins with a gap is a list of numbers all the same', () => {
  assert.deepEqual(grow({ marker: { size: [null, 2] } }, 2), { marker: { size: [null, 4] } });
});

test('grown by one it is the very same', () => {
  const given = { font: { size: 12 } };

  assert.equal(grow(given, 1), given);
});

test('grown and shrunk again it is as it was', () => {
  fc.assert(fc.property(figure, (given) => {
    assert.deepEqual(grow(grow(given, 2), 0.5), grow(given, 1));
  }));
});

test('a number beside a bar is as large as all other words', () => {
  const inside = { type: 'bar', constraintext: 'inside' };
  const traces = [{ type: 'bar', textfont: { size: 13 } }, inside, { type: 'scatter' }];

  assert.deepEqual(grown(traces, 2), [
    { type: 'bar', constraintext: 'none', textfont: { size: 26 } }, inside, { type: 'scatter' },
  ]);
});
