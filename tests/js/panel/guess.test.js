import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessed, markOf } from '../../../ui/components/panel/guess.js';

const LOOK = { text: '#111', back: '#fff', line: '#ccc', font: 'Lab', rem: 16, dark: false };
const guess = (over = {}) => (
  { axis: 'y', you: 40, run: 57, measure: 'wait', words: { you: 'you', run: 'run' }, ...over }
);
const names = ({ annotations }) => annotations.map(({ text }) => text.replace(/<\/?b>/g, ''));

test('both numbers stand as lines across the axis that they are read on, each with its name', () => {
  const layout = guessed({ yaxis: { range: [0, 100] } }, guess(), 57, LOOK);

  assert.deepEqual(layout.shapes.map(({ yref, y0, y1 }) => [yref, y0, y1]), [['y', 40, 40], ['y', 57, 57]]);
  assert.deepEqual(names(layout), ['you', 'run']);
  assert.deepEqual(layout.yaxis.range, [0, 100]);
});

test('on an axis below the chart they stand upright, and what the chart had drawn stays', () => {
  const given = { shapes: [{ type: 'rect' }], annotations: [{ text: 'here' }] };
  const layout = guessed(given, guess({ axis: 'x2' }), 57, LOOK);

  assert.deepEqual(layout.shapes.slice(1).map(({ xref, x0, x1, yref }) => [xref, x0, x1, yref]), [
    ['x2', 40, 40, 'paper'], ['x2', 57, 57, 'paper'],
  ]);
  assert.equal(layout.shapes[0].type, 'rect');
  assert.deepEqual(names(layout), ['here', 'you', 'run']);
});

test('an axis reaches as far as a prediction that lies beyond it, backwards where it runs backwards', () => {
  const over = guessed({ yaxis: { range: [0, 50] } }, guess({ you: 80 }), 20, LOOK).yaxis.range;
  const under = guessed({ yaxis: { range: [50, 0] } }, guess({ you: -10 }), 20, LOOK).yaxis.range;

  assert.ok(over[0] === 0 && over[1] > 80);
  assert.ok(under[0] === 50 && under[1] < -10);
});

test('the number of the run is the one that a hand moves, else the one that was sent, if there is any', () => {
  const panel = (over) => ({ message: { guess: guess(over) }, moving: null });
  const at = (one) => markOf(one)({}, LOOK).layout.shapes.map(({ y0 }) => y0);

  assert.deepEqual(at(panel({})), [40, 57]);
  assert.deepEqual(at({ ...panel({}), moving: { wait: 61 } }), [40, 61]);
  assert.deepEqual(at({ ...panel({ measure: null }), moving: { wait: 61 } }), [40, 57]);
  assert.deepEqual(at(panel({ run: null })), [40]);
  assert.equal(markOf({ message: { guess: null } }), null);
});
