import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page } from '../page.js';
import { asked, forget, lab, poll, settle, streams } from './made.js';

const lines = [];
globalThis.BroadcastChannel = class {
  constructor() { lines.push(this); this.said = []; }

  postMessage(said) { this.said.push(said); }

  close() { this.isClosed = true; }
};
const { default: dock } = await import('../../../ui/components/live/dock.js');
const PHONE = '../../../ui/components/live/phone/phone.js';

const WORDS = { dock_join: '{address} {code}', dock_seats: '{n} here', dock_open: '{n} of {all}', dock_closed: 'closed {n}', dock_refused: 'not done: {why}', dock_ask: 'Ask', dock_close: 'Close', dock_show: 'Show', dock_hide: 'Hide', dock_again: 'Again', class_says: 'class', right: 'right' }; // eslint-disable-line @stylistic/max-len
const DATA = {
  lesson: 'loyalty', presenter: '', code: null, address: 'lab/live', role: 'hall', language: 'en', words: WORDS,
  asks: ['ask'],
};
const TOLD = { v: 1, room: { open: true, code: '12345', seats: 2 }, poll: null, remote: null };
const key = (name, slide = 'ask') => document.dispatchEvent(
  new page.CustomEvent('lab-live', { detail: { name, slide } }));
let pressed = [];
document.addEventListener('lab-remote', ({ detail }) => pressed.push(detail));

let last = null;
const window_ = (over = {}) => {
  lay('<div data-lab-root></div>'); // the one before is gone, and hears of it
  last?.();
  const leave = dock({ data: { ...DATA, ...over }, parentElement: document.body });
  last = leave;
  return { root: document.querySelector('[data-lab-root]'), leave };
};

beforeEach(() => {
  forget();
  lines.length = 0;
  pressed = [];
  lab.answer = (address) => ({ status: 200, said: address.includes('/rooms') ? { code: '12345' } : {} });
});

test('the first question opens a room, tells the other window of it, and is asked there', async () => {
  window_();
  key('toggle', 'a slide that asks nothing');
  await settle();
  assert.equal(asked.length, 0);

  key('toggle');
  await settle();
  assert.deepEqual(asked.map(({ address }) => address.split('?')[0]), ['/live/rooms', '/live/12345/lead']);
  assert.deepEqual(asked[1].fields, { do: 'open', slide: 'ask' });
  assert.deepEqual(lines.at(-1).said, ['12345']);
});

test('what the class says stands in the hall once it is shown, and beside the speaker at once', () => {
  const tally = { voters: 1, counts: [1, 0, 0] };
  for (const [role, before] of [['hall', 0], ['speaker', 3]]) {
    const { root } = window_({ code: '12345', role });
    document.dispatchEvent(new page.CustomEvent('lab-turned', { detail: 'ask' }));
    streams.at(-1).say({ ...TOLD, poll: poll({ tally }) });
    assert.equal(root.querySelectorAll('li').length, before);
    assert.match(root.textContent, /1 of 2/);

    streams.at(-1).say({ ...TOLD, poll: poll({ tally, shown: true, state: 'shown' }) });
    assert.equal(root.querySelectorAll('li').length, 3);
    document.dispatchEvent(new page.CustomEvent('lab-turned', { detail: 'other' }));
    assert.equal(root.querySelectorAll('li').length, 0);
  }
});

test('the keys close, show, cover and ask again, and a refusal is told', async () => {
  const { root } = window_({ code: '12345', role: 'speaker' });
  document.dispatchEvent(new page.CustomEvent('lab-turned', { detail: 'ask' }));
  streams.at(-1).say({ ...TOLD, poll: poll() });
  for (const button of [...root.querySelectorAll('button')]) button.click();
  await settle();
  streams.at(-1).say({ ...TOLD, poll: poll({ shown: true, state: 'shown' }) });
  lab.answer = () => ({ status: 403, said: { why: 'only a teacher' } });
  key('show');
  await settle();

  assert.deepEqual(asked.map(({ fields }) => fields.do), ['close', 'show', 'again', 'hide']);
  assert.match(root.textContent, /not done: only a teacher/);
});

test('the hall obeys the remote once, and nothing that was asked before it listened; the speaker never does', () => {
  for (const [role, done] of [['hall', ['next']], ['speaker', []]]) {
    pressed = [];
    window_({ code: '12345', role });
    streams.at(-1).say({ ...TOLD, remote: { do: 'black', n: 4, at: 0 } });
    streams.at(-1).say({ ...TOLD, remote: { do: 'next', n: 5, at: 0 } });
    streams.at(-1).say({ ...TOLD, remote: { do: 'next', n: 5, at: 0 } });
    assert.deepEqual(pressed, done);
  }
});

test('a dock that is gone listens to nothing', () => {
  const { root, leave } = window_({ code: '12345' });
  const stream = streams.at(-1);
  root.remove();
  leave();

  assert.equal(stream.readyState, 2);
  assert.equal(lines.at(-1).isClosed, true);
});

test('a phone shows what is asked, asks for its own answer, and says whose line is down', async () => {
  lay('<main id="lab-live" data-code="12345" data-language="en"></main>'
    + '<script type="application/json" id="lab-live-words">{"nothing":"nothing yet","over":"over","lost_lab":"lab","lost_phone":"phone","send":"Send"}</script>'); // eslint-disable-line @stylistic/max-len
  const mine = { room: { name: 'Ann', team: '' }, poll: { poll: 1, number: 1, value: [1] } };
  lab.answer = () => ({ status: 200, said: mine });
  await import(`${PHONE}?1`);
  const [stream] = streams;
  stream.say({ v: 1, room: { open: true }, poll: null });
  await settle();
  assert.match(document.body.textContent, /nothing yet/);
  assert.equal(document.documentElement.hasAttribute('data-lab-rest'), true);

  stream.say({ v: 2, room: { open: true }, poll: poll() });
  assert.match(document.body.textContent, /Who stays\?/);
  assert.equal(document.querySelectorAll('input')[1].checked, true);

  stream.fail(0);
  assert.match(document.querySelector('[role=status]').textContent, /lab|phone/);
  stream.say({ v: 3, room: { open: false }, poll: null });
  assert.match(document.body.textContent, /over/);
});
