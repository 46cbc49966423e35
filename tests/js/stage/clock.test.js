import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { words } from '../page.js';
import { show } from '../made.js';
import { makeClock } from '../../../ui/components/stage/clock.js';

const HOUR = {
  now: 0, step: 'ask', running: true, total: 10, taken: { ask: 290 },
  steps: { ask: { minutes: 5, begins: 0, part: ['ask'] } },
};
const clock = (over = {}) => {
  const made = show({ slide: 'ask', clock: 'running', ...over }, { clock: HOUR, words });
  const { node, tick } = makeClock(made);
  tick();
  return { made, node, tick, dials: () => [...node.querySelectorAll('.lab-clock__dial')] };
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 0 });
});

test('three dials count: the hour, its part and the step, each against its minutes', () => {
  const { dials, tick } = clock();
  mock.timers.tick(1900);
  tick();

  assert.deepEqual(dials().map((dial) => dial.textContent),
    ['whole4:51 / 10:00', 'opening4:51 / 5:00', 'this_step4:51 / 5:00']);
  assert.ok(!dials().some((dial) => dial.hasAttribute('data-over')));
});

test('a dial beyond its minutes is marked, and what is said of it follows', () => {
  const { node, dials, tick } = clock();
  mock.timers.tick(50_000);
  tick();
  const [pace, end] = node.querySelector('.lab-clock__verdict').children;

  assert.deepEqual(dials().map((dial) => dial.hasAttribute('data-over')), [false, true, true]);
  assert.deepEqual([pace.dataset.is, pace.textContent, end.dataset.is, end.textContent],
    ['behind', 'behind 0:40', 'in-5', 'left 4:20']);
});

test('a slide that takes no time has no minutes to be measured by', () => {
  const { dials } = clock({ slide: 'title' });

  assert.deepEqual(dials().map((dial) => dial.textContent), ['whole4:50 / 10:00', 'opening0:00', 'this_step0:00']);
});

test('whether the clock goes is known to the style sheet', () => {
  assert.equal(clock({ clock: 'paused' }).node.dataset.clock, 'paused');
});
