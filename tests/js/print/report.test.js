import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, page } from '../page.js';

const soon = () => new Promise((done) => { setTimeout(done, 0); });

// The script looks for its forms when it is loaded, as on the page.
const SCRIPT = '../../../ui/components/print/report.js';
let number = 0;
const load = async (html) => {
  lay(html);
  number += 1;
  return import(`${SCRIPT}?${number}`);
};

const REFLECTION = '<form action="/report/x/reflection" data-lab-reflection data-kept="Kept" data-not-kept="Not kept">'
  + '<textarea name="words">before</textarea><span role="status"></span></form><div class="written">before</div>';

const type = (words) => {
  const field = document.querySelector('textarea');
  field.value = words;
  field.dispatchEvent(new page.Event('input'));
  return field;
};

test('pictures are called as their charts are, and what could not be drawn is left out', async () => {
  const { pictures } = await load('<figure data-lab-picture="s1.zh"><img></figure>'
    + '<figure data-lab-picture="s2.zh"><p>in words</p></figure>');

  assert.deepEqual(pictures(document, () => 'PNG'), { 's1.zh': 'PNG' });
});

test('what is typed is printed, kept once it is left, and kept in the order of typing', async () => {
  await load(REFLECTION);
  const sent = [];
  const answers = [];
  globalThis.fetch = (address, asked) => new Promise((done) => {
    sent.push(asked.body.get('words'));
    answers.push(() => done({ ok: true, text: async () => '' }));
  });
  type('first').dispatchEvent(new page.Event('change'));
  await soon();
  type('second').dispatchEvent(new page.Event('change'));
  await soon();
  assert.deepEqual(sent, ['first']);
  answers.shift()();
  await soon();

  assert.deepEqual(sent, ['first', 'second']);
  assert.equal(document.querySelector('.written').textContent, 'second');
  answers.shift()();
  await soon();
  assert.equal(document.querySelector('[role=status]').textContent, 'Kept');
});

test('what could not be kept is said, and sent again when asked', async () => {
  await load(REFLECTION);
  let isReached = false;
  const sent = [];
  globalThis.fetch = async (address, asked) => {
    sent.push(asked.body.get('words'));
    if (!isReached) throw new TypeError('no connection');
    return { ok: true, text: async () => '' };
  };
  type('mine').dispatchEvent(new page.Event('change'));
  await soon();
  assert.equal(document.querySelector('[role=status]').textContent, 'Not kept');
  isReached = true;
  document.querySelector('form').dispatchEvent(new page.Event('submit', { cancelable: true }));
  await soon();

  assert.equal(document.querySelector('[role=status]').textContent, 'Kept');
  assert.deepEqual(sent, ['mine', 'mine']);
});

test('what the lab refuses is told in its words and stays unkept', async () => {
  await load(REFLECTION);
  globalThis.fetch = async () => ({ ok: false, text: async () => 'Too long' });
  type('much').dispatchEvent(new page.Event('change'));
  await soon();

  assert.equal(document.querySelector('[role=status]').textContent, 'Too long');
});
