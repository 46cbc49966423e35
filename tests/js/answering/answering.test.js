import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, press } from '../page.js';
import answering from '../../../ui/components/answering/answering.js';

let sent = 0;
const find = (selector) => document.querySelector(selector);
const later = () => new Promise((resolve) => { setTimeout(resolve, 5); });

beforeEach(() => {
  lay('<div class="st-key-question-q"><input type="text"><input type="text" role="combobox"><textarea></textarea>'
    + '<div class="st-key-answer-q-0-send"><button></button></div>'
    + '<div class="st-key-outcome-q"><i id="part"></i></div></div>');
  sent = 0;
  find('button').onclick = () => { sent += 1; };
  find('.st-key-outcome-q').scrollIntoView = () => {};
  globalThis.requestAnimationFrame = (then) => then();
  for (const tries of [0, 1]) answering({ data: { tries }, parentElement: find('#part') });
});

test('Enter in a typed field sends the answer once', async () => {
  press('Enter', { on: find('input') });
  await later();

  assert.equal(sent, 1);
});

test('Enter in a list, in a text, while writing Chinese, or held down sends nothing', async () => {
  press('Enter', { on: find('[role=combobox]') });
  press('Enter', { on: find('textarea') });
  press('Enter', { on: find('input'), isComposing: true });
  press('Enter', { on: find('input'), repeat: true });
  press('a', { on: find('input') });
  await later();

  assert.equal(sent, 0);
});

test('what comes of an answer is read out', () => {
  assert.equal(find('.st-key-outcome-q').getAttribute('role'), 'status');
});

test('the focus goes to what came of an answer once it is marked, and nowhere on opening the page', () => {
  const outcome = find('.st-key-outcome-q');
  let scrolled = 0;
  outcome.scrollIntoView = () => { scrolled += 1; };
  globalThis.requestAnimationFrame = (then) => then();
  find('input').focus();
  answering({ data: { tries: 1 }, parentElement: find('#part') });
  assert.equal(document.activeElement, find('input'));
  answering({ data: { tries: 2 }, parentElement: find('#part') });
  assert.equal(document.activeElement, outcome);
  find('input').focus();
  answering({ data: { tries: 0 }, parentElement: find('#part') });

  assert.equal(document.activeElement, find('input'));
  assert.equal(scrolled, 1);
});
