import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, mock, test } from 'node:test';
import fc, { record } from '../laws.js';
import { show, slides, state } from '../made.js';
import {
  ageOf, anew, brings, changed, here, hiddenHere, merged, nextClock, revealedOnce,
} from '../../../ui/components/stage/state.js';

// What one window does: a patch that it makes of its own state at this moment.
const patch = fc.oneof(
  record({ slide: fc.constantFrom('ask', 'run', 'end') }),
  record({ black: fc.boolean() }),
  record({ tool: fc.constantFrom(null, 'pick', 'board') }),
  record({ reveal: fc.constantFrom('ask', 'run'), to: fc.integer({ min: 0, max: 2 }) }),
  record({ set: fc.constantFrom('ask', 'run'), to: fc.integer({ min: 0, max: 2 }) }),
);
const deeds = fc.array(record({ by: fc.integer({ min: 0, max: 2 }), patch, after: fc.integer({ min: 0, max: 2 }) }),
  { minLength: 1, maxLength: 12 });
const done = (before, { reveal, set, to, ...plain }) => {
  if (reveal) return changed(before, { revealed: { ...before.revealed, [reveal]: to } });
  if (set) return changed(before, { settings: { ...before.settings, [set]: { b: to, a: 1 } } });
  return changed(before, plain);
};

// The states that three windows make which do not hear of each other.
const apart = (all) => {
  const windows = [0, 1, 2].map(() => state());
  const made = all.map(({ by, patch: what, after }) => {
    mock.timers.setTime(Date.now() + after);
    windows[by] = done(windows[by], what);
    return windows[by];
  });
  return made;
};
const inOrder = (states) => states.reduce(merged, state());

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 5000 });
});

test('a later run is newer, however late the earlier one was touched', () => {
  const [later, earlier] = [state({ run: 2, at: 0 }), changed(state(), { slide: 'end' })];

  assert.ok(brings(later, earlier) && !brings(earlier, later));
  assert.deepEqual([merged(later, earlier), merged(earlier, later)], [later, later]);
});

test('windows that hear the same states in any order, late or twice, end at the same one', () => {
  fc.assert(fc.property(deeds, fc.infiniteStream(fc.nat()), (all, luck) => {
    const states = apart(all);
    const mixed = states.map((one) => [luck.next().value, one]).sort(([one], [other]) => one - other)
      .map(([, one]) => one);
    const [left, right] = [inOrder(states), inOrder([...mixed, ...states])];

    assert.deepEqual(left, right);
    assert.equal(ageOf(left), ageOf(right));
    for (const one of states) assert.ok(!brings(one, left) && ageOf(one) <= ageOf(left));
  }));
});

test('what was said last of each thing holds, whoever says something else later', () => {
  const hall = changed(state({ slide: 'ask' }), { revealed: { ask: 1 } });
  mock.timers.tick(5);
  const speaker = changed(state({ slide: 'ask' }), { settings: { run: { a: 1 } }, timer: { seconds: 60 } });

  for (const both of [merged(hall, speaker), merged(speaker, hall)]) {
    assert.deepEqual([both.revealed, both.settings, both.timer],
      [{ ask: 1 }, { run: { a: 1 } }, { seconds: 60 }]);
  }
});

test('one who knows all of the other brings nothing, and who has done something does', () => {
  fc.assert(fc.property(patch, (what) => {
    const [before, after] = [state(), done(state(), what)];
    const isOther = JSON.stringify({ ...after, at: 0, stamps: 0 }) !== JSON.stringify({ ...before, at: 0, stamps: 0 });

    assert.equal(brings(after, before), ageOf(after) > 0);
    assert.ok(!brings(before, after));
    if (!isOther) assert.equal(ageOf(after), 0);
  }));
});

test('what was changed is newer than what was there, even if the clock was set back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10000 }), (at) => {
    const after = changed(state({ at }), { black: true });

    assert.ok(brings(after, state({ at })));
    assert.deepEqual([after.at, after.stamps], [Math.max(5000, at + 1), { black: Math.max(5000, at + 1) }]);
  }));
});

test('what is not changed stays', () => {
  assert.deepEqual(
    changed(state({ at: 1 }), { black: true, slide: 'title' }),
    state({ black: true, at: 5000, stamps: { black: 5000 } }),
  );
});

test('a presentation that begins anew is newer than all of the one before', () => {
  const old = show({ at: 9 * 10 ** 9, run: 3, black: true, slide: 'run', revealed: { ask: 2 }, clock: 'ended' });
  const fresh = changed(old.state, anew(old));

  assert.ok(brings(fresh, old.state));
  assert.deepEqual(fresh.stamps, {});
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

test('the browser makes of two states what Python makes of them', () => {
  for (const { name, one, other, both } of JSON.parse(readFileSync('tests/vectors/presentation_states.json', 'utf8'))) {
    assert.deepEqual([merged(one, other), merged(other, one)], [both, both], name);
  }
});
