import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, press, turn } from '../page.js';
import watch from '../../../ui/components/watch/watch.js';

let sent = [];
let asked = 0;
let found = 'a';
let done = () => {};
let today = 0;
const draw = (seen) => {
  done = watch({
    data: { address: '/seen', seen },
    parentElement: document.querySelector('#part'),
    setTriggerValue: (_, value) => sent.push(value),
  });
};
const wait = async (ms = 650) => {
  mock.timers.tick(ms);
  await turn();
};
const app = () => document.querySelector('[data-testid="stApp"]');

beforeEach(() => {
  document.querySelector('.lab-watch')?.remove();
  done();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: (today += 60_000) }); // no key was pressed for long
  lay('<div data-testid="stApp" data-test-script-state="notRunning">'
    + '<div id="part"><div class="lab-watch"></div></div></div>');
  [sent, asked, found] = [[], 0, 'a'];
  globalThis.fetch = async () => {
    asked += 1;
    if (found === null) throw new Error('no network');
    return { ok: found !== 'refused', text: async () => found };
  };
});

test('what was written is told once, and what was seen is not', async () => {
  draw('a');
  await wait();
  assert.deepEqual(sent, []);
  found = 'b';
  await wait();
  await wait();

  assert.deepEqual([sent, asked], [['b'], 3]);
});

test('a run that is under way and a hand that just pressed a key are waited for', async () => {
  draw('a');
  found = 'b';
  app().dataset.testScriptState = 'running';
  await wait();
  app().dataset.testScriptState = 'notRunning';
  mock.timers.tick(300);
  press('x', { on: document.body });
  await wait(350);
  assert.deepEqual(sent, []);
  await wait();

  assert.deepEqual(sent, ['b']);
});

test('a lab that does not answer, or refuses to, has written nothing; it is asked again', async () => {
  draw('a');
  for (found of [null, 'refused', 'b']) await wait();

  assert.deepEqual([sent, asked], [['b'], 3]);
});

test('while nobody looks nothing is asked', async () => {
  draw('a');
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  await wait();
  delete document.hidden;
  assert.equal(asked, 0);
  await wait();

  assert.equal(asked, 1);
});

test('a slow answer is waited for before it is asked again', async () => {
  let answer;
  globalThis.fetch = () => {
    asked += 1;
    return new Promise((resolve) => { answer = resolve; });
  };
  draw('a');
  await wait();
  await wait();
  assert.equal(asked, 1);
  answer({ ok: true, text: async () => 'b' });
  await turn();

  assert.deepEqual(sent, ['b']);
});

test('a part that is gone asks no more', async () => {
  draw('a');
  document.querySelector('.lab-watch').remove();
  await wait();
  await wait();

  assert.equal(asked, 0);
});
