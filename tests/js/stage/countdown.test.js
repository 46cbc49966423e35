import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import fc, { record } from '../laws.js';
import { paused, secondsLeft, shifted, started, written } from '../../../ui/components/stage/countdown.js';

const seconds = fc.integer({ min: 60, max: 3600 });
const timer = fc.oneof(
  record({ seconds, ends: fc.nat(4e6), left: fc.constant(null) }),
  record({ seconds, ends: fc.constant(0), left: fc.nat(3600) }),
);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
});

test('a countdown lasts as long as the step is planned for, else five minutes', () => {
  assert.deepEqual(started(3), { seconds: 180, ends: 1_180_000, left: null });
  assert.equal(started(0).seconds, 300);
});

test('it counts down with the clock and stops at nought', () => {
  const running = started(1);
  const seen = [0, 20_400, 20_200, 60_000].map((passed) => {
    mock.timers.tick(passed);
    return secondsLeft(running);
  });

  assert.deepEqual(seen, [60, 40, 19, 0]);
});

test('while it is paused the clock does not count', () => {
  const stopped = paused(started(2));
  mock.timers.tick(30_000);

  assert.equal(secondsLeft(stopped), 120);
});

test('to pause and resume takes nothing away', () => {
  fc.assert(fc.property(timer, (one) => {
    const twice = paused(paused(one));

    assert.equal(secondsLeft(twice), secondsLeft(one));
    assert.equal(twice.left === null, one.left === null);
  }));
});

test('a minute more and a minute less is as before, running or paused', () => {
  fc.assert(fc.property(timer, fc.integer({ min: 1, max: 5 }), (one, minutes) => {
    const back = shifted(shifted(one, minutes), -minutes);

    assert.equal(secondsLeft(back), secondsLeft(one));
    assert.equal(back.seconds, one.seconds);
    assert.equal(shifted(one, minutes).left === null, one.left === null);
  }));
});

test('less than nothing is not left, and a countdown is never shorter than a minute', () => {
  fc.assert(fc.property(timer, fc.integer({ min: -90, max: -61 }), (one, minutes) => {
    const short = shifted(one, minutes);

    assert.deepEqual([secondsLeft(short), short.seconds], [0, 60]);
  }));
});

test('time is written in minutes and two digits of seconds', () => {
  assert.deepEqual([0, 5, 60, 605, 3600].map(written), ['0:00', '0:05', '1:00', '10:05', '60:00']);
});

test('what is written can be read back', () => {
  fc.assert(fc.property(fc.nat(24 * 3600), (passed) => {
    const [minutes, rest] = written(passed).split(':');

    assert.equal(rest.length, 2);
    assert.equal(Number(minutes) * 60 + Number(rest), passed);
  }));
});
