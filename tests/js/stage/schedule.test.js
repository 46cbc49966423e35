import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import fc, { record } from '../laws.js';
import { show } from '../made.js';
import { ahead, reading, saidOfEnd, saidOfSchedule } from '../../../ui/components/stage/schedule.js';

const words = {
  clock_waiting: 'not begun', clock_ended: 'over and done', on_time: 'on time',
  ahead: '{time} ahead', behind: '{time} behind', over: '{time} over', left: '{time} left',
};
const clock = {
  now: 0, step: 'ask', running: true, total: 30, taken: { ask: 100, run: 50 },
  steps: {
    ask: { minutes: 5, begins: 0, part: ['ask'] },
    run: { minutes: 10, begins: 5, part: ['run', 'end'] },
    end: { minutes: 15, begins: 15, part: ['run', 'end'] },
  },
};
const plan = record({ begins: fc.nat(90), minutes: fc.nat(30) });
const seconds = fc.nat(3 * 3600);

const at = (over = {}, changed = {}) => {
  const made = show({ slide: 'ask', clock: 'running', ...over }, { clock: { ...clock, ...changed }, words });
  return Object.assign(made, { heardAt: 1_000_000 });
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 1_010_000 });
});

test('who is within the minutes of the slide is neither ahead nor behind', () => {
  fc.assert(fc.property(plan, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
    assert.equal(ahead((one.begins + share * one.minutes) * 60, one), 0);
  }));
});

test('who comes early is ahead until it was to begin, who stays long is behind since it was to end', () => {
  fc.assert(fc.property(plan, fc.integer({ min: 1, max: 9999 }), (one, off) => {
    assert.equal(ahead(one.begins * 60 - off, one), off);
    assert.equal(ahead((one.begins + one.minutes) * 60 + off, one), -off);
  }));
});

test('the more time has passed, the less one is ahead', () => {
  fc.assert(fc.property(plan, seconds, seconds, (one, a, b) => {
    assert.ok(ahead(Math.min(a, b), one) >= ahead(Math.max(a, b), one));
  }));
});

test('the step under way goes on counting, and the whole with it', () => {
  const now = reading(at());

  assert.deepEqual([now.whole, now.part, now.step], [[160, 1800], [110, 300], [110, 300]]);
  assert.deepEqual([now.ahead, now.left], [0, 1640]);
});

test('on the slide of another step its own time stands still', () => {
  const now = reading(at({ slide: 'run' }));

  assert.deepEqual([now.whole, now.part, now.step, now.ahead], [[160, 1800], [50, 1500], [50, 600], 140]);
});

test('a clock that the record says stands does not count', () => {
  assert.deepEqual(reading(at({}, { running: false })).whole, [150, 1800]);
});

test('a clock that was stopped in a window counts until then', () => {
  assert.deepEqual(reading(at({ clock: 'paused', at: 1_004_000 })).whole, [154, 1800]);
});

test('a clock that was stopped before the record was read never counts backwards', () => {
  assert.deepEqual(reading(at({ clock: 'paused', at: 900_000 })).whole, [150, 1800]);
});

test('the title belongs to no step and takes no time', () => {
  const now = reading(at({ slide: 'title' }));

  assert.deepEqual([now.part, now.step], [[0, 0], [0, 0]]);
});

test('half a minute is not worth a word, more is said in minutes', () => {
  const said = [29, -29, 30, -30, 125.6, -3600].map((off) => saidOfSchedule(at(), off));

  assert.deepEqual(said, [
    ['on', 'on time'], ['on', 'on time'], ['ahead', '0:30 ahead'], ['behind', '0:30 behind'], ['ahead', '2:06 ahead'],
    ['behind', '60:00 behind'],
  ]);
});

test('before it begins and once it has ended the schedule is not spoken of', () => {
  assert.deepEqual(saidOfSchedule(at({ clock: 'waiting' }), 999), ['waiting', 'not begun']);
  assert.deepEqual(saidOfSchedule(at({ clock: 'ended' }), 999), ['ended', 'over and done']);
});

test('the end is spoken of five and two minutes before, and when it is past', () => {
  const said = [301, 300, 121, 120, 0, -1].map((left) => saidOfEnd(at(), left));

  assert.deepEqual(said, [
    ['', ''], ['in-5', '5:00 left'], ['in-5', '2:01 left'], ['in-2', '2:00 left'], ['in-2', '0:00 left'],
    ['over', '0:01 over'],
  ]);
});

test('the end is not spoken of while no hour is going on', () => {
  assert.deepEqual(['waiting', 'ended', 'paused'].map((is) => saidOfEnd(at({ clock: is }), 10)[0]), ['', '', 'in-2']);
});
