import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { show } from '../made.js';
import { join } from '../../../ui/components/stage/channel.js';

const lines = [];
const window = (over = {}, data = {}) => {
  const heard = { states: [], acts: [] };
  const made = show(over, data);
  const line = join(made, (state) => heard.states.push(state), (act) => heard.acts.push(act));
  lines.push(line);
  return { ...heard, line, made };
};

// All that was sent before this comes before its answer.
const settled = async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const [here, there] = [new BroadcastChannel('settled'), new BroadcastChannel('settled')];
    const answered = once(there, 'message');
    here.postMessage(1);
    await answered;
    here.close();
    there.close();
  }
};

afterEach(() => lines.splice(0).forEach((line) => line.close()));

test('a window that is opened hears where the presentation stands', async () => {
  window({ slide: 'run', at: 7 });
  const late = window({ at: 0 });
  await settled();

  assert.deepEqual(late.states.map(({ slide, at }) => [slide, at]), [['run', 7]]);
});

test('a window that knows nothing yet does not answer', async () => {
  const first = window({ at: 0 });
  const second = window({ at: 0 });
  await settled();

  assert.deepEqual([first.states, second.states], [[], []]);
});

test('what is done in one window is done in the other, and not twice in its own', async () => {
  const [one, other] = [window(), window()];
  one.line.postMessage({ act: { do: 'luck' } });
  await settled();

  assert.deepEqual([one.acts, other.acts], [[], [{ do: 'luck' }]]);
});

test('another lesson is not meant', async () => {
  const one = window();
  const other = window({}, { lesson: 'satisfaction' });
  one.line.postMessage({ act: { do: 'luck' } });
  await settled();

  assert.deepEqual([other.acts, other.states], [[], []]);
});
