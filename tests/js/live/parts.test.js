import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page } from '../page.js';
import { choice, poll, say } from './made.js';
import { answering, numberOf } from '../../../ui/components/live/phone/answering.js';
import { drawTally } from '../../../ui/components/live/bars.js';
import { makePoll } from '../../../ui/components/live/phone/poll.js';

const WORDS = { send: 'Send', up: '{item}: up', down: '{item}: down', kept: 'kept', kept_closed: 'counts', too_late: 'closed', right: 'right', yours: 'yours', voters: '{n} answers', lost_lab: 'no answer' }; // eslint-disable-line @stylistic/max-len
let sent = [];
let phone = null;

beforeEach(() => {
  lay('');
  sent = [];
  phone = {
    language: 'en', words: WORDS, told: { poll: poll() }, mine: null,
    act: async (fields) => { sent.push(fields); return { ok: true, said: { ...fields } }; },
  };
});

const shown = () => {
  const part = makePoll(phone);
  document.body.replaceChildren(part.root);
  part.draw();
  return part;
};
const submit = async () => {
  document.querySelector('form').dispatchEvent(new page.Event('submit', { cancelable: true }));
  await new Promise((done) => { setTimeout(done); });
};
const says = () => document.querySelector('[role=status]').textContent;

test('numbers are read as people type them', () => {
  const typed = ['１２', '0,125', '1,250', '1234,5', '−3.5', '40 %', '.5', 'many', ''];
  assert.deepEqual(typed.map(numberOf), [12, 0.125, 1250, 1234.5, -3.5, 40, 0.5, null, null]);
});

test('an answer is sent under numbers that go up, and what is kept is said', async () => {
  shown();
  document.querySelectorAll('input')[1].click();
  await submit();
  document.querySelectorAll('input')[2].click();
  await submit();

  assert.deepEqual(sent.map(({ number, value }) => [number, value]), [[1, [1]], [2, [2]]]);
  assert.equal(says(), 'kept');
});

test('a refusal is told with its reason, and a lab that does not answer is said to', async () => {
  phone.act = async () => ({ ok: false, said: { why: 'too late' } });
  shown();
  await submit();
  assert.equal(says(), 'too late');

  phone.act = async () => ({ ok: false, said: null });
  await submit();
  assert.equal(says(), 'no answer');
});

test('what was answered before a reload is filled in, and never over what is being chosen', () => {
  const part = shown();
  phone.mine = { room: {}, poll: { poll: 1, number: 3, value: [2] } };
  part.draw();
  assert.equal(document.querySelectorAll('input')[2].checked, true);

  phone.told.poll = poll({ id: 2 });
  part.draw();
  document.querySelectorAll('input')[0].click();
  phone.mine.poll = { poll: 2, number: 1, value: [1] };
  part.draw();
  assert.deepEqual([...document.querySelectorAll('input')].map((box) => box.checked), [true, false, false]);
});

test('a closed question takes nothing, and the answers of the class take its place once they are shown', () => {
  const part = shown();
  phone.told.poll = poll({ state: 'closed' });
  part.draw();
  assert.equal(says(), 'closed');
  assert.ok([...document.querySelectorAll('input, button')].every((one) => one.disabled));

  phone.mine = { room: {}, poll: { poll: 1, number: 1, value: [0] } };
  phone.told.poll = poll({ state: 'shown', shown: true, right: [0], tally: { voters: 4, counts: [3, 1, 0] } });
  part.draw();
  const rows = [...document.querySelectorAll('li')].map((row) => row.textContent);
  assert.match(rows[0], /Stay3 · 75% · right · yours$/);
  assert.equal(document.querySelector('form').hidden, true);
});

test('an order is moved by buttons that keep the focus and say what they move', () => {
  const way = answering({ kind: 'order', items: [say('one'), say('two'), say('three')] }, phone);
  document.body.append(way.root);
  document.querySelector('[aria-label="three: up"]').click();

  assert.deepEqual(way.read(), [0, 2, 1]);
  assert.equal(document.activeElement.getAttribute('aria-label'), 'three: up');
  way.show([2, 1, 0]);
  assert.deepEqual(way.read(), [2, 1, 0]);
});

test('words and numbers go as they were typed, and a form that is not known is left out', () => {
  const word = answering({ kind: 'words' }, phone);
  word.show('<b>price</b>');
  const number = answering({ kind: 'number', low: 0, high: 1, unit: say('%') }, phone);
  number.show(40);

  assert.deepEqual([word.read(), number.read()], ['<b>price</b>', 40]);
  assert.equal(answering({ kind: 'levers' }, phone), null);
});

test('bars show what was said before a talk beside what is said now, and options as text', () => {
  const before = { voters: 2, counts: [0, 2, 0] };
  const tally = { voters: 2, counts: [2, 0, 0] };
  const asked = poll({ form: choice({ options: [say('<i>Stay</i>'), say('Leave'), say('Wait')] }), tally, before });
  const bars = drawTally(asked, 'en', WORDS);

  assert.equal(bars.querySelectorAll('[data-before]').length, 3);
  assert.match(bars.textContent, /<i>Stay<\/i>/);
  assert.equal(drawTally(poll({ form: { kind: 'words' } }), 'en', WORDS), null);
});

test('numbers stand in bins and orders by their mean place', () => {
  const tally = { voters: 2, counts: [1, 1], edges: [0, 5, 10] };
  const number = poll({ form: { kind: 'number', unit: say('%') }, tally });
  const order = poll({ form: { kind: 'order', items: [say('a'), say('b')] }, tally: { voters: 1, ranks: [2, 1] } });

  assert.match(drawTally(number, 'en', WORDS).textContent, /0–5 %1/);
  assert.deepEqual([...drawTally(order, 'en', WORDS).children].map((row) => row.textContent), ['b (1)', 'a (2)']);
});
