import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import fc, { record } from '../laws.js';
import { show } from '../made.js';
import { join } from '../../../ui/components/stage/channel.js';
import { nextNumber } from '../../../ui/components/stage/numbers.js';
import { ageOf, changed, merged } from '../../../ui/components/stage/state.js';

const BEAT = 2000;
let channels = [];
const onTheWay = [];
let deliver = (letter) => letter.forEach((send) => send());
const all = (letter) => letter.forEach((send) => send());
globalThis.BroadcastChannel = class {
  constructor(name) {
    this.name = name;
    channels.push(this);
  }

  postMessage(message) {
    const data = structuredClone(message);
    const others = channels.filter((one) => one !== this && one.name === this.name);
    onTheWay.push(...others.map((one) => () => one.onmessage?.({ data })));
    deliver(onTheWay.splice(0));
  }

  close() { channels = channels.filter((one) => one !== this); }
};

let lines = [];
const window = (over = {}, data = {}) => {
  const made = show(over, data);
  made.actions = [];
  made.line = join(
    made,
    (state) => { made.state = merged(made.state, state); },
    (action) => made.actions.push(action),
  );
  lines.push(made.line);
  return made;
};
const change = (one, patch) => {
  one.state = changed(one.state, patch);
  one.line.say();
};

const pass = (one, what) => one.line.pass({ ...what, n: nextNumber(one) });

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date', 'setInterval'], now: 50_000 });
  deliver = all;
});

afterEach(() => {
  lines.splice(0).forEach((line) => line.close());
  lines = [];
});

test('a window that is opened hears where the presentation stands', () => {
  window({ slide: 'run', at: 7, stamps: { slide: 7 } });
  const late = window({ at: 0 });

  assert.deepEqual([late.state.slide, late.state.at], ['run', 7]);
});

test('what is done in one window is done in the other, once, and not twice in its own', () => {
  const [one, other] = [window(), window()];
  pass(one, { do: 'luck', slide: 'run' });
  mock.timers.tick(3 * BEAT);

  assert.deepEqual([one.actions, other.actions], [[], [{ do: 'luck', slide: 'run', n: 50_000 }]]);
});

test('another lesson is not meant', () => {
  const one = window();
  const other = window({}, { lesson: 'satisfaction' });
  pass(one, { do: 'luck' });
  change(one, { slide: 'end' });
  mock.timers.tick(BEAT);

  assert.deepEqual([other.actions, other.state.slide], [[], 'title']);
});

test('a word that was lost is said again at the next beat', () => {
  const [one, other] = [window(), window()];
  deliver = () => {};
  change(one, { revealed: { ask: 1 } });
  pass(one, { do: 'luck' });
  deliver = all;
  assert.deepEqual([other.state.revealed, other.actions], [{}, []]);
  mock.timers.tick(BEAT);

  assert.deepEqual([other.state.revealed, other.actions], [{ ask: 1 }, [{ do: 'luck', n: 50_000 }]]);
});

test('who answers a window that knows less tells it what it does not know', () => {
  const [one, other] = [window(), window()];
  deliver = () => {};
  change(other, { revealed: { ask: 1 } });
  deliver = all;
  change(one, { timer: { seconds: 60 } });

  assert.deepEqual([one.state.revealed, other.state.timer], [{ ask: 1 }, { seconds: 60 }]);
});

test('a window that comes later does not do what was done before it came', () => {
  const one = window();
  pass(one, { do: 'luck' });
  const late = window({ at: 0 });
  mock.timers.tick(2 * BEAT);

  assert.deepEqual(late.actions, []);
});

test('a window that has gone is not waited for', () => {
  const [one, other] = [window(), window()];
  other.line.close();
  pass(one, { do: 'luck' });
  mock.timers.tick(6 * BEAT);
  const late = window();
  late.line.say();

  assert.deepEqual(late.actions, []);
});

const deed = record({
  by: fc.constantFrom(0, 1),
  what: fc.constantFrom('next', 'reveal', 'black', 'timer', 'nudge'),
  passes: fc.integer({ min: 0, max: 40 }),
  fate: fc.constantFrom('sent', 'lost', 'late', 'twice', 'turned'),
});
const DEEDS = {
  next: (one) => change(one, { slide: one.state.slide === 'ask' ? 'run' : 'ask' }),
  reveal: (one) => change(one, { revealed: { ...one.state.revealed, [one.state.slide]: 1 } }),
  black: (one) => change(one, { black: !one.state.black }),
  timer: (one) => change(one, { timer: { seconds: one.state.at } }),
  nudge: (one, n) => pass(one, { do: 'nudge', by: n }),
};

// Words between two windows are lost, come late, twice or the wrong way round; at last one beat goes through.
test('two windows come to rest at the same state with every reveal and every nudge', () => {
  fc.assert(fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), (deeds) => {
    lines.splice(0).forEach((line) => line.close());
    deliver = all;
    const pair = [window(), window()];
    const wanted = [{}, {}];
    const nudges = [[], []];
    let late = [];
    deeds.forEach(({ by, what, passes, fate }, n) => {
      mock.timers.tick(passes);
      deliver = (letter) => {
        if (fate === 'sent') letter.forEach((send) => send());
        if (fate === 'twice') [...letter, ...letter].forEach((send) => send());
        if (fate === 'late') late.push(...letter);
        if (fate === 'turned') [...letter, ...late.splice(0).reverse()].forEach((send) => send());
      };
      if (what === 'reveal') wanted[by][pair[by].state.slide] = 1;
      DEEDS[what](pair[by], n);
      if (what === 'nudge') nudges[1 - by].push(n);
    });
    deliver = all;
    late.reverse().forEach((send) => send());
    late = [];
    mock.timers.tick(2 * BEAT);

    const [hall, speaker] = pair;
    assert.deepEqual(hall.state, speaker.state);
    assert.equal(ageOf(hall.state), ageOf(speaker.state));
    assert.deepEqual(hall.state.revealed, { ...wanted[0], ...wanted[1] });
    assert.deepEqual(pair.map((one) => one.actions.map(({ by }) => by)), nudges);
  }));
});
