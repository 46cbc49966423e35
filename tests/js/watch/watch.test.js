import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, turn } from '../page.js';
import watch from '../../../ui/components/watch/watch.js';

let sent = [];
let asked = 0;
let found = 'a';
let done = () => {};
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
const root = document.documentElement;

beforeEach(() => {
  document.querySelector('.lab-watch')?.remove();
  done();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval'] });
  lay('<div id="part"><div class="lab-watch" data-lab-root></div></div>');
  root.dataset.labRest = '';
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

test('a page that is not at rest is waited for, even if it was so when the lab was asked', async () => {
  let answer;
  globalThis.fetch = () => new Promise((resolve) => { answer = () => resolve({ ok: true, text: async () => 'b' }); });
  const ask = async (isAtRest) => {
    await wait();
    root.toggleAttribute('data-lab-rest', isAtRest);
    answer();
    await turn();
  };
  draw('a');
  await ask(false);
  await ask(false);
  assert.deepEqual(sent, []);
  await ask(true);

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
