import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay } from '../page.js';
import countdown from '../../../ui/components/countdown/countdown.js';

const WORDS = { time_left: 'Time left', minutes_left: '{n} minutes left' };

// The page as it is `left` seconds before the end, on a computer whose clock is an hour behind the server's.
const shown = (t, left) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: 10_000_000 });
  const parentElement = lay('<div data-lab-countdown><span data-lab-label></span><span data-lab-left></span>'
    + '<span data-lab-spoken></span></div>');
  const told = [];
  const now = Date.now() + 3_600_000;
  const stop = countdown({
    data: { now, ends: now + left * 1000, words: WORDS }, parentElement, setTriggerValue: (name) => told.push(name),
  });
  const read = (name) => document.querySelector(`[data-lab-${name}]`).textContent;
  return { told, read, stop, isShort: () => document.querySelector('[data-lab-countdown]').hasAttribute('data-short') };
};

test('what is left is told by the clock of the server and ticks by the second', (t) => {
  const { read, isShort, stop } = shown(t, 302);
  const before = [read('label'), read('left'), isShort()];
  t.mock.timers.tick(2000);

  assert.deepEqual(before, ['Time left', '5:02', false]);
  assert.deepEqual([read('left'), read('spoken'), isShort()], ['5:00', '5 minutes left', true]);
  stop();
});

test('the end is told to the server once, and nothing ticks once the page is left', (t) => {
  const { told, read, stop } = shown(t, 3);
  t.mock.timers.tick(10_000);
  stop();
  t.mock.timers.tick(10_000);

  assert.deepEqual([told, read('left')], [['over'], '0:00']);
});
