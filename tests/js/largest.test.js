import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from './laws.js';
import { largest } from '../../ui/components/largest.js';

const size = fc.double({ min: 0, max: 100, noNaN: true });

test('what is found fits, and is as near to the largest as the turns allow', () => {
  fc.assert(fc.property(size, size, fc.integer({ min: 1, max: 12 }), (limit, room, turns) => {
    const [least, most] = [limit / 2, limit + room];
    const found = largest(least, most, turns, (tried) => tried <= limit);

    assert.ok(found <= limit);
    assert.ok(limit - found <= (most - least) / 2 ** turns + 1e-9);
  }));
});

test('where nothing fits it is the least', () => {
  assert.equal(largest(3, 9, 8, () => false), 3);
});

test('it is tried as often as is said', () => {
  const tried = [];
  largest(0, 8, 3, (one) => { tried.push(one); return true; });

  assert.deepEqual(tried, [4, 6, 7]);
});
