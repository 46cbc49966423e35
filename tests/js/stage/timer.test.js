import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { lay, words } from '../page.js';
import { show } from '../made.js';
import { makeTimer } from '../../../ui/components/stage/timer.js';
import { mute } from '../../../ui/components/stage/sound.js';

const at = (seconds) => ({ seconds, ends: Date.now() + seconds * 1000, left: null });
let strokes = 0;
globalThis.AudioContext = class {
  currentTime = 0;

  createOscillator() { return { frequency: {}, connect: (to) => to, start() { strokes += 1; }, stop() {} }; }

  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain, connect: (to) => to };
  }

  close() {}
};

const timer = (over = {}, data = {}) => {
  const made = show(over, { words, ...data });
  const { node, tick } = makeTimer(made);
  lay('').append(node);
  made.render = tick;
  tick();
  return { made, node, tick, press: (label) => node.querySelector(`button[aria-label="${label}"]`).click() };
};
const digits = ({ node }) => node.querySelector('output').textContent;

beforeEach(() => {
  localStorage.clear();
  strokes = 0;
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'], now: 1_000_000 });
});

test('without a countdown there is nothing to see', () => {
  assert.equal(timer().node.hidden, true);
});

test('it counts down by itself, and rings once in the hall when the last second goes by', () => {
  const one = timer({ timer: at(2) });
  assert.equal(digits(one), '0:02');
  mock.timers.tick(1000);
  assert.deepEqual([digits(one), strokes], ['0:01', 0]);
  mock.timers.tick(1000);
  mock.timers.tick(3000);

  assert.deepEqual([digits(one), strokes], ['0:00', 9]); // three strokes of three tones
  assert.ok(one.node.hasAttribute('data-over'));
});

test('a countdown that was over before is found again in silence, the speaker and a muted hall are silent too', () => {
  timer({ timer: { seconds: 60, ends: 0, left: null } });
  timer({ timer: at(1) }, { role: 'speaker' });
  mock.timers.tick(2000);
  mute(true);
  timer({ timer: at(1) });
  mock.timers.tick(2000);

  assert.equal(strokes, 0);
});

test('a window that may make no sound asks the other one', () => {
  globalThis.navigator.userActivation = { hasBeenActive: false };
  const { made } = timer({ timer: at(1) });
  mock.timers.tick(2000);
  delete globalThis.navigator.userActivation;

  assert.deepEqual([strokes, made.said.map((one) => one.do)], [0, ['ring']]);
});

test('a minute more, a pause, a minute less', () => {
  const one = timer({ timer: at(90) });
  one.press('plus');
  one.press('pause');
  one.tick();
  mock.timers.tick(5000);
  assert.equal(digits(one), '2:30');
  one.press('minus');
  one.tick();
  assert.equal(digits(one), '1:30');
  one.press('resume');
  mock.timers.tick(5000);

  assert.equal(digits(one), '1:25');
});

test('it is large in the hall alone, and closed from large it leaves the slide', () => {
  const all = ['hall', 'speaker'].map((role) => timer({ timer: at(9), tool: 'timer' }, { role }));
  const large = all.map(({ node }) => node.hasAttribute('data-big'));
  const [big, small] = [timer({ timer: at(9), tool: 'timer' }), timer({ timer: at(9), tool: 'qr' })];
  big.press('close');
  small.press('close');

  assert.deepEqual(large, [true, false]);
  assert.deepEqual([big.made.changes, small.made.changes], [[{ timer: null, tool: null }], [{ timer: null }]]);
});

test('usual lengths are a press away', () => {
  const { made, node } = timer({ timer: at(9) });
  for (const button of node.querySelectorAll('.lab-stage__offers button')) button.click();

  assert.deepEqual(made.changes.map((patch) => patch.timer.seconds / 60), [1, 3, 5, 10, 15]);
});

test('the bell can be switched off and on', () => {
  const one = timer({ timer: at(9) });
  one.press('mute');
  one.press('unmute');
  one.press('mute');

  assert.ok(one.node.querySelector('[aria-label="unmute"]').hasAttribute('data-off'));
});
