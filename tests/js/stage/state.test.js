import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import fc, { record } from '../laws.js';
import { show, slides, state } from '../made.js';
import {
  anew, changed, here, hiddenHere, isNewer, nextClock, revealedOnce,
} from '../../../ui/components/stage/state.js';

const moment = record({ run: fc.integer({ min: 1, max: 4 }), at: fc.integer({ min: 0, max: 6 }) });
const newest = (one, other) => (isNewer(other, one) ? other : one);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 5000 });
});

test('of two states that differ in their moment exactly one is the newer', () => {
  fc.assert(fc.property(moment, moment, (one, other) => {
    const isSame = one.run === other.run && one.at === other.at;

    assert.equal(Number(isNewer(one, other)) + Number(isNewer(other, one)), isSame ? 0 : 1);
  }));
});

test('the newer of a newer one is newer', () => {
  fc.assert(fc.property(moment, moment, moment, (a, b, c) => {
    fc.pre(isNewer(a, b) && isNewer(b, c));

    assert.ok(isNewer(a, c));
  }));
});

test('a later run is newer, however late the earlier one was touched', () => {
  assert.ok(isNewer({ run: 2, at: 0 }, { run: 1, at: 10 ** 12 }));
});

test('two windows that hear the same states in any order end at the same one', () => {
  fc.assert(fc.property(fc.uniqueArray(moment, { selector: ({ run, at }) => `${run} ${at}`, minLength: 1 }),
    (states) => {
      const left = states.reduce(newest);
      const right = [...states].reverse().reduce(newest);
      const sorted = [...states].sort((one, other) => one.run - other.run || one.at - other.at);

      assert.equal(left, right);
      assert.equal(left, sorted.at(-1));
    }));
});

test('what was changed is newer than what was there, even if the clock was set back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10000 }), (at) => {
    const after = changed(state({ at }), { black: true });

    assert.ok(isNewer(after, state({ at })));
    assert.equal(after.at, Math.max(5000, at + 1));
  }));
});

test('what is not changed stays', () => {
  assert.deepEqual(changed(state({ at: 1 }), { black: true }), state({ black: true, at: 5000 }));
});

test('a presentation that begins anew is newer than all of the one before', () => {
  const old = show({ at: 9 * 10 ** 9, run: 3, black: true, slide: 'run', revealed: { ask: 2 }, clock: 'ended' });
  const fresh = changed(old.state, anew(old));

  assert.ok(isNewer(fresh, old.state));
  assert.deepEqual(
    [fresh.run, fresh.slide, fresh.revealed, fresh.settings, fresh.black, fresh.timer, fresh.tool, fresh.clock],
    [4, 'title', {}, {}, false, null, null, 'waiting'],
  );
});

test('a slide that is not there any more is the first', () => {
  assert.deepEqual([here(show({ slide: 'gone' })), here(show({ slide: 'run' }))], [0, 2]);
});

const after = (phases, times) => {
  const made = show({ slide: 'ask' }, { slides: slides.map((slide) => ({ ...slide, phases })) });
  return Array.from({ length: times }, () => {
    made.state.revealed = revealedOnce(made);
    return [made.state.revealed.ask, hiddenHere(made)];
  });
};

test('a question is revealed and hidden again', () => {
  assert.deepEqual(after(1, 3), [[1, 0], [0, 1], [1, 0]]);
});

test('a run loses its explanation and keeps its picture', () => {
  assert.deepEqual(after(2, 4), [[1, 1], [2, 0], [1, 1], [2, 0]]);
});

test('a slide with nothing to reveal stays as it is', () => {
  const made = show({ slide: 'ask', revealed: { run: 1 } });

  assert.equal(revealedOnce(made), made.state.revealed);
});

test('a reveal leaves the other slides alone', () => {
  const each = slides.map((slide) => ({ ...slide, phases: 1 }));
  const made = show({ slide: 'ask', revealed: { run: 1 } }, { slides: each });

  assert.deepEqual(revealedOnce(made), { run: 1, ask: 1 });
});

test('the button of the clock starts it, stops it and starts it again, and does nothing once it has ended', () => {
  const presses = ['waiting'];
  while (presses.length < 4) presses.push(nextClock[presses.at(-1)]);

  assert.deepEqual(presses, ['waiting', 'running', 'paused', 'running']);
  assert.equal(nextClock.ended, undefined);
});
