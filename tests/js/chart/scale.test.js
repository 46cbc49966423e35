import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { record } from '../laws.js';
import { onOneScale } from '../../../ui/components/chart/scale.js';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
const rising = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
const layout = record({ yaxis: record({ range: rising, title: fc.string() }) });
const layouts = fc.array(layout, { minLength: 2, maxLength: 3 });
const ranges = (all, axis = 'yaxis') => all.map((one) => one[axis]?.range);

test('charts side by side reach equally far, and as far as each of them did', () => {
  fc.assert(fc.property(layouts, (all) => {
    const ends = ranges(all).flat();
    const wanted = [Math.min(...ends), Math.max(...ends)];

    assert.deepEqual(ranges(onOneScale(all)), all.map(() => wanted));
  }));
});

test('to do it twice changes nothing more', () => {
  fc.assert(fc.property(layouts, (all) => {
    assert.deepEqual(onOneScale(onOneScale(all)), onOneScale(all));
  }));
});

test('nothing but the range is touched, and the given layouts are left as they are', () => {
  fc.assert(fc.property(layouts, (all) => {
    const before = structuredClone(all);
    const after = onOneScale(all);

    assert.deepEqual(after.map(({ yaxis }) => yaxis.title), all.map(({ yaxis }) => yaxis.title));
    assert.deepEqual(all, before);
  }));
});

test('axes that fall go on falling', () => {
  const all = [{ yaxis: { range: [5, 1] } }, { yaxis: { range: [9, 3] } }];

  assert.deepEqual(ranges(onOneScale(all)), [[9, 1], [9, 1]]);
});

for (const [what, other] of Object.entries({
  'falls': [9, 0], 'counts days': ['2026-01-01', '2026-02-01'], 'is open at an end': [null, 3], 'is no range': [1],
})) {
  test(`an axis that ${what} is not compared with one that rises`, () => {
    const all = [{ yaxis: { range: [0, 1] } }, { yaxis: { range: other } }];

    assert.deepEqual(ranges(onOneScale(all)), [[0, 1], other]);
  });
}

test('an axis that only one of them has, and what is no axis, stay', () => {
  const all = [
    { xaxis2: { range: [0, 1] }, margin: { range: [0, 1] } }, { yaxis: { range: [3, 4] }, margin: { range: [0, 9] } },
  ];

  assert.deepEqual(onOneScale(all), all);
});

test('one chart alone is as it is', () => {
  const alone = [{ yaxis: { range: [0, 1] } }];

  assert.equal(onOneScale(alone), alone);
});
