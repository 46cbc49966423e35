import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { show } from '../made.js';
import { hear, listenToSettings } from '../../../ui/components/stage/settings.js';

let stop = () => {};
const listening = (over = {}, data = {}) => {
  const made = show(over, data);
  stop = listenToSettings(made);
  return made;
};
const told = (slide, setting, lesson = 'ltv') => hear({ lesson, slide, setting });

afterEach(() => stop());

test('a simulation that was moved in the hall is told, and that this window knows of it', () => {
  const made = listening({ settings: { ask: { a: 1 } } });
  told('run', { b: 2 });

  assert.deepEqual(made.changes, [[{ settings: { ask: { a: 1 }, run: { b: 2 } } }, { isKnownHere: true }]]);
});

test('what stands as it did is not told again, so that two windows come to rest', () => {
  const made = listening();
  told('run', { b: 2 });
  told('run', { b: 2 });
  told('run', { b: 3 });

  assert.deepEqual(made.changes.map(([patch]) => patch.settings.run), [{ b: 2 }, { b: 3 }]);
});

test('what the state says already is not told', () => {
  const made = listening({ settings: { run: { b: 2 } } });
  told('run', { b: 2 });

  assert.deepEqual(made.changes, []);
});

test('a simulation that was set back leaves the settings', () => {
  const made = listening({ settings: { run: { b: 2 }, ask: { a: 1 } } });
  told('run', null);

  assert.deepEqual(made.changes[0][0], { settings: { ask: { a: 1 } } });
});

test('a stage that comes after the slides hears of them all', () => {
  told('run', { b: 2 });
  told('ask', { a: 1 });
  const made = listening();

  assert.deepEqual(made.state.settings, { run: { b: 2 }, ask: { a: 1 } });
});

test('the speaker and another lesson tell nothing', () => {
  const speaker = listening({}, { role: 'speaker' });
  told('run', { b: 2 });
  stop();
  const other = listening();
  told('run', { b: 2 }, 'satisfaction');

  assert.deepEqual([speaker.changes, other.changes], [[], []]);
});

test('once the stage is gone nothing is remembered', () => {
  listening();
  told('run', { b: 2 });
  stop();
  const next = listening();

  assert.deepEqual(next.changes, []);
});

test('an old stage that goes late takes nothing from the new one', () => {
  const stopOld = listenToSettings(show());
  const made = listening();
  stopOld();
  told('run', { b: 2 });

  assert.equal(made.changes.length, 1);
});
