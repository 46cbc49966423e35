import assert from 'node:assert/strict';
import { test } from 'node:test';
import { control } from './made.js';
import fc from '../laws.js';
import { fault, read, sayFault } from '../../../ui/components/panel/number.js';
import { write } from '../../../ui/components/panel/format.js';

const NUMBERS = [
  ['75', 75], [' 75 ', 75], ['７５', 75], ['0.5', 0.5], ['0,5', 0.5], ['０．５', 0.5], ['０，５', 0.5], ['.5', 0.5],
  ['5.', 5], ['-3', -3], ['−3', -3], ['–3', -3], ['—3', -3], ['－3', -3], ['+3', 3], ['1,200', 1200], ['1 200', 1200],
  ['1，200', 1200], ['1,234,567.5', 1234567.5], ['1e3', 1000], ['2E-2', 0.02],
];
const NONE = ['', ' ', 'many', '1.2.3', '1,2,3', '--3', '3-', '1e999999', '0x10', 'NaN', 'Infinity', '3 4', '½%', '七'];

for (const [text, number] of NUMBERS) {
  test(`"${text}" is the number ${number}`, () => { assert.equal(read(text, ',.1f'), number); });
}
for (const text of NONE) {
  test(`"${text}" is no number`, () => { assert.equal(read(text, ',.1f'), null); });
}

test('what stands there as per cent is typed with its sign or without, and as a share', () => {
  assert.deepEqual(
    ['30', '30%', '３０％', '30 %', '0.3', '0,3', '1', '1%', '12.5', '0.5%', '0', '-20', '1,200 %'].map((text) => (
      read(text, '.0%')
    )),
    [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.01, 0.01, 0.125, 0.005, 0, -0.2, 12],
  );
});

test('a sign of per cent behind what is none is not taken', () => {
  assert.equal(read('30%', ',.0f'), null);
});

test('every number that is written is read as what was written', () => {
  const formats = fc.constantFrom(',.1f', '.1f', '.0%', '.1%');
  fc.assert(fc.property(fc.integer({ min: -1e7, max: 1e7 }), formats, (n, format) => {
    const text = write(n / 10, format);

    assert.equal(write(read(text, format), format), text);
  }));
});

test('whatever is typed is a finite number or none', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    for (const format of ['.0f', '.0%']) {
      const number = read(text, format);
      assert.ok(number === null || Number.isFinite(number));
    }
  }));
});

test('what is amiss with a number is that it is none, lies outside, or is not whole', () => {
  const whole = control({ low: 10, high: 20 });

  assert.deepEqual([null, 9, 21, 12.5, 10, 20].map((n) => fault(n, whole)), [
    'no_number', 'outside', 'outside', 'whole', null, null,
  ]);
  assert.equal(fault(12.5, control({ whole: false })), null);
});

test('the sentence names the control, its ends as they are written, and what was typed', () => {
  const share = control({ label: 'Share $&', low: 0, high: 0.6, format: '.0%' });

  assert.equal(sayFault('{label}: {low}–{high}, not {value}', ' 70% ', share), 'Share $&: 0%–60%, not 70%');
  assert.equal(sayFault('{value}', '', share), '–');
  assert.equal(sayFault('{value}', '1'.repeat(99), share).length, 20);
});
