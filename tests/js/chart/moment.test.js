import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { dictionary } from '../laws.js';
import { tracesAt } from '../../../ui/components/chart/moment.js';

const frame = (...data) => ({ name: '', caption: '', data });
const values = dictionary(fc.constantFrom('x', 'y', 'name'), fc.array(fc.nat(9), { maxLength: 3 }));

test('a picture without moments is as it is', () => {
  assert.deepEqual(tracesAt({ data: [{ x: [1] }], frames: [] }, 0), [{ x: [1] }]);
});

test('a frame says only what changes, down to the colour of a dot', () => {
  const picture = {
    data: [{ x: [1], marker: { color: 'red', line: { width: 1, color: 'blue' } } }, { x: [2] }],
    frames: [frame({ marker: { line: { width: 3 } } }, null)],
  };

  assert.deepEqual(tracesAt(picture, 0), [
    { x: [1], marker: { color: 'red', line: { width: 3, color: 'blue' } } }, { x: [2] },
  ]);
});

test('a list is taken whole, however long the one before was', () => {
  assert.deepEqual(tracesAt({ data: [{ x: [1, 2, 3] }], frames: [frame({ x: [9] })] }, 0), [{ x: [9] }]);
});

test('a moment after the last is the last', () => {
  const picture = { data: [{ x: [0] }], frames: [frame({ x: [1] }), frame({ x: [2] })] };

  assert.deepEqual([0, 1, 5].map((moment) => tracesAt(picture, moment)[0].x[0]), [1, 2, 2]);
});

test('what the frame says holds, what it does not say stays, and the picture is left as it was', () => {
  fc.assert(fc.property(values, values, (trace, change) => {
    const picture = { data: [trace], frames: [frame(change)] };
    const before = structuredClone(picture);
    const [drawn] = tracesAt(picture, 0);

    assert.deepEqual(drawn, { ...trace, ...change });
    assert.deepEqual(picture, before);
  }));
});
