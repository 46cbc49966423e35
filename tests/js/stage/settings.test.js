import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { show } from '../made.js';
import { hear, listenToSettings } from '../../../ui/components/stage/settings.js';

let stop = () => {};
const listening = (over = {}) => {
  const made = show(over);
  stop = listenToSettings(made);
  return made;
};
const told = (slide, setting, { at = 2000, run = 1, lesson = 'ltv' } = {}) => hear({ lesson, slide, setting, run, at });
const learnt = (made) => made.learnt.map(({ settings }) => settings);

afterEach(() => stop());

test('the stage learns how a simulation was kept, and of nothing else', () => {
  const made = listening({ slide: 'ask', settings: { ask: { a: 1 } }, stamps: { slide: 900 } });
  told('run', { b: 2 });

  assert.deepEqual(learnt(made), [{ ask: { a: 1 }, run: { b: 2 } }]);
  assert.deepEqual(made.learnt[0].stamps, { slide: 900, 'settings:run': 2000 });
  assert.equal(made.learnt[0].slide, 'ask');
});

test('a simulation that was set back leaves the settings', () => {
  const made = listening({ settings: { run: { b: 2 }, ask: { a: 1 } } });
  told('run', null);

  assert.deepEqual(learnt(made), [{ ask: { a: 1 } }]);
});

test('what is known, or older, or was never kept is not learnt again', () => {
  const made = listening({ stamps: { 'settings:run': 2000 } });
  for (const at of [0, 1999, 2000, 2001, 2001]) told('run', { b: at }, { at });

  assert.deepEqual(learnt(made), [{ run: { b: 2001 } }]);
});

test('another lesson and another presentation tell nothing', () => {
  const made = listening();
  told('run', { b: 2 }, { lesson: 'satisfaction' });
  told('run', { b: 2 }, { run: 2 });

  assert.deepEqual(made.learnt, []);
});

test('a stage that is gone learns nothing more, and takes nothing from the new one', () => {
  const old = show();
  const stopOld = listenToSettings(old);
  const made = listening();
  stopOld();
  told('run', { b: 2 });

  assert.deepEqual([old.learnt.length, made.learnt.length], [0, 1]);
});
