import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passed, written } from '../../../ui/components/countdown/left.js';

test('the time left is written in minutes, and in hours where there are any', () => {
  assert.deepEqual([0, 9, 65, 3599, 3600, 4505].map(written), ['0:00', '0:09', '1:05', '59:59', '1:00:00', '1:15:05']);
});

test('ten, five and one minute are said once, as they come', () => {
  const said = [];
  for (let left = 620, before = Infinity; left >= 0; before = left, left -= 1) {
    const minutes = passed(before, left);
    if (minutes) said.push([minutes, left]);
  }

  assert.deepEqual(said, [[10, 600], [5, 300], [1, 60]]);
});

test('a page that comes back with four minutes left says nothing of what has passed', () => {
  assert.equal(passed(Infinity, 240), 0);
});

test('a computer that slept says the latest alone', () => {
  assert.equal(passed(700, 40), 1);
});
