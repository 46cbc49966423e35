import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from './made.js';
import fc from '../laws.js';
import { between, blend, still } from '../../../ui/components/panel/blend.js';

test('numbers lie between, all else is as in the nearer one', () => {
  const [one, other] = [{ y: [0, 10], name: 'a', on: true }, { y: [10, 30], name: 'b', on: false }];

  assert.deepEqual(blend(one, other, 0.25), { y: [2.5, 15], name: 'a', on: true });
  assert.deepEqual(blend(one, other, 0.5), { y: [5, 20], name: 'b', on: false });
});

test('a colour is that of the nearer one, though a number stands for it', () => {
  const [one, other] = [{ marker: { color: [0, 3], size: 4 } }, { marker: { color: [3, 3], size: 8 } }];

  assert.deepEqual(blend(one, other, 0.25), { marker: { color: [0, 3], size: 5 } });
});

test('lists of other lengths, other types and gaps are taken from the nearer one', () => {
  assert.deepEqual(blend([1, 2], [1, 2, 3], 0.4), [1, 2]);
  assert.deepEqual(blend([null, 2], [4, 4], 0.4), [null, 2.8]);
  assert.deepEqual(blend({ type: 'bar', y: 1 }, { type: 'scatter', y: 3 }, 0.6), { type: 'scatter', y: 3 });
  assert.deepEqual(blend({ a: 1, x: 5 }, { b: 2, x: 7 }, 0.4), { a: 1, x: 5.8 });
});

test('at its ends a blend is the one and the other', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
    assert.equal(JSON.stringify(blend(one, one, 0.3)) === undefined, JSON.stringify(one) === undefined);
    const [first, last] = [blend(one, other, 0), blend(one, other, 1)];
    const same = (a, b) => typeof a !== 'number' || Math.abs(a - b) <= Math.abs(a) * 1e-9 + Number.EPSILON;
    assert.ok(typeof one !== typeof other || same(one, first));
    assert.equal(typeof last, typeof other);
  }));
});

test('a picture between two holds no moments, and its words are those of the nearer one', () => {
  const [one, other] = [picture(0, { caption: 'low' }), picture(10, { caption: 'high' })];

  const found = between(one, other, 0.7);

  assert.deepEqual([found.data[0].y, found.alt, found.caption, found.frames], [[7], 'A dot at 10', 'high', []]);
});

test('between pictures of other parts the nearer one stands', () => {
  const two = picture(10, { data: [{ y: [10] }, { y: [11] }] });

  assert.deepEqual(between(picture(0), two, 0.4).data, picture(0).data);
  assert.deepEqual(between(picture(0), two, 0.6).data, two.data);
});

test('a picture at rest keeps its layout and its words', () => {
  assert.deepEqual(still(picture(1, { frames: [{}], start: 3 }), [{ y: [2] }], 'then'), {
    data: [{ y: [2] }], layout: {}, alt: 'A dot at 1', start: 0, frames: [], caption: 'then',
  });
});
