import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from '../laws.js';
import { difference, write } from '../../../ui/components/panel/format.js';

const TABLE = JSON.parse(readFileSync(new URL('../../vectors/written_numbers.json', import.meta.url), 'utf8'));

test('numbers are written as Python writes them, ties, groups, signs and powers included', () => {
  const wrong = TABLE.filter(([number, format, text]) => write(number, format) !== text)
    .map(([number, format, text]) => `${number} ${format}: ${write(number, format)} for ${text}`);

  assert.deepEqual(wrong, []);
  assert.ok(TABLE.some(([number]) => Object.is(number, -0)));
});

test('where there is no number a dash stands', () => {
  assert.deepEqual([null, NaN, Infinity, -Infinity].map((one) => write(one, '.1f')), ['–', '–', '–', '–']);
});

test('a format that is not known leaves two digits', () => {
  assert.equal(write(1234.567, 'g'), '1234.57');
});

test('what is written can be read again, and is no further off than half of its last digit', () => {
  const numbers = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(fc.property(numbers, fc.integer({ min: 0, max: 6 }), (n, digits) => {
    const text = write(n, `,.${digits}f`).replaceAll(',', '').replace('−', '-');

    assert.ok(Math.abs(Number(text) - n) <= 0.5 * 10 ** -digits + Math.abs(n) * 1e-15);
  }));
});

test('a difference bears its sign, and that of shares is told in points', () => {
  assert.deepEqual(
    [[6.8, 4.6, '.1f'], [4.6, 6.8, '+.1f'], [0.99, 0.9, '.0%'], [1200, 0, ',.0f']].map(([one, other, format]) => (
      difference(one, other, format, '{n} pp')
    )),
    ['+2.2', '−2.2', '+9 pp', '+1,200'],
  );
});

test('what differs by less than is written is equal, and where a number is missing nothing is said', () => {
  assert.equal(difference(0.501, 0.502, '.0%', '{n} pp'), '=');
  assert.equal(difference(5, 5, '.1f', ''), '=');
  assert.equal(difference(null, 5, '.1f', '') + difference(5, null, '.1f', ''), '');
});
