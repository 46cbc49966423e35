import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, page, press } from '../page.js';
import { slides, state } from '../made.js';
import stage from '../../../ui/components/stage/stage.js';
import { changed } from '../../../ui/components/stage/state.js';
import { hear } from '../../../ui/components/stage/settings.js';

const WORDS = { tongue: 'tongue', slide_of: '{n} {all}', minutes: '{n}', not_opened: 'not opened' };
let told = [];
let lines = [];
globalThis.BroadcastChannel = class {
  said = [];

  constructor() { lines.push(this); }

  postMessage(message) { if (message.state || message.actions) this.said.push(structuredClone(message)); }

  close() { this.isClosed = true; }
};

const data = (over = {}, more = {}) => ({
  lesson: 'ltv', state: state(over), slides, slots: {}, controls: 0, done: 0, held: 7, role: 'hall', beside: '/beside',
  tongues: ['en', 'zh', 'both'], clock: null,
  exit: '/', paper: null, language: 'en', words: WORDS, help: [], ...more,
});
const setTriggerValue = (_, value) => told.push(value);
const run = (given) => stage({ data: given, parentElement: document.body, setTriggerValue });
const last = () => told.at(-1)?.state;
const root = () => document.querySelector('.lab-stage');
const isAsking = () => root().hasAttribute('data-asking');
let done = () => {};

beforeEach(() => {
  root()?.remove();
  done();
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'], now: 50_000 });
  localStorage.clear();
  lay('<div class="lab-stage" data-lab-root></div><div data-testid="stMain"></div>');
  told = [];
  lines = [];
});

test('a key turns the slide here, tells the other window and the server, and says that it waits', () => {
  done = run(data({ slide: 'ask' }));
  press('PageDown');

  assert.equal(document.querySelector('.lab-stage__number').textContent, '3 / 4');
  assert.equal(lines[0].said.at(-1).state.slide, 'run');
  assert.deepEqual([last().slide, last().at, told[0].heard], ['run', 50_000, 7]);
  assert.ok(isAsking());
});

test('once the server has drawn what was done nothing is waited for', () => {
  done = run(data({ slide: 'ask' }));
  press('PageDown');
  run(data(last()));

  assert.ok(!isAsking());
});

test('what the server seems not to have heard is told once more', () => {
  done = run(data({ slide: 'ask' }));
  press('PageDown');
  run(data({ slide: 'ask' }));
  mock.timers.tick(1500);

  assert.deepEqual(told.map((one) => one.state.slide), ['run', 'run']);
  assert.equal(document.querySelector('.lab-stage__number').textContent, '3 / 4');
});

test('what nobody answers at all is told again, and more and more seldom', () => {
  done = run(data({ slide: 'ask' }));
  press('PageDown');
  const counts = [5999, 1, 11_999, 1, 24_000].map((passes) => {
    mock.timers.tick(passes);
    return told.length;
  });
  run(data(last()));
  mock.timers.tick(200_000);

  assert.deepEqual(counts, [1, 2, 2, 3, 4]);
  assert.equal(told.length, 4);
});

test('a reveal in one window outlives what the other says of something else at the same time', () => {
  const hidden = slides.map((slide) => ({ ...slide, phases: 1 }));
  done = run(data({ slide: 'ask' }, { slides: hidden }));
  press('r');
  mock.timers.tick(10);
  const speaker = changed(state({ slide: 'ask' }), { timer: { seconds: 60, ends: 99_000, left: null } });
  lines[0].onmessage({ data: { from: 'speaker', state: speaker, actions: [] } });
  run(data({ ...speaker }, { slides: hidden }));
  mock.timers.tick(1500);

  assert.deepEqual([last().revealed, last().timer.seconds], [{ ask: 1 }, 60]);
});

test('whatever is newer holds: the server’s word, or the other window’s', () => {
  done = run(data({ slide: 'ask' }));
  run(data({ slide: 'run', at: 2000, stamps: { slide: 2000 } }));
  assert.equal(document.querySelector('.lab-stage__number').textContent, '3 / 4');
  assert.deepEqual(lines[0].said.at(-1).state.slide, 'run'); // the other window may not have heard
  lines[0].onmessage({ data: { state: state({ slide: 'end', at: 3000, stamps: { slide: 3000 } }) } });
  lines[0].onmessage({ data: { state: state({ slide: 'title', at: 2500, stamps: { slide: 2500 } }) } });

  assert.equal(document.querySelector('.lab-stage__number').textContent, '4 / 4');
});

test('the slides end at both ends', () => {
  done = run(data({ slide: 'title', clock: 'running' }));
  for (const key of ['PageUp', 'End', 'PageDown']) press(key);
  assert.equal(last().slide, 'end');
  press('Home');

  assert.deepEqual([last().slide, told.length], ['title', 2]);
});

test('next reveals what is hidden before it turns the slide', () => {
  const hidden = slides.map((slide) => ({ ...slide, phases: 1 }));
  done = run(data({ slide: 'ask' }, { slides: hidden }));
  press('PageDown');
  assert.deepEqual([last().slide, last().revealed], ['ask', { ask: 1 }]);
  press('PageDown');

  assert.equal(last().slide, 'run');
});

test('next and back lead out of the black to the slide that was there, but the speaker, who sees it, goes on', () => {
  const ends = ['hall', 'speaker'].flatMap((role) => ['PageDown', 'PageUp'].map((key) => {
    root().remove();
    done();
    lay('<div class="lab-stage" data-lab-root></div><div data-testid="stMain"></div>');
    done = run(data({ slide: 'ask', black: true }, { role }));
    press(key);
    return [last().slide, last().black];
  }));

  assert.deepEqual(ends, [['ask', false], ['ask', false], ['run', true], ['title', true]]);
});

test('the clock starts by itself when the title is left, and only then', () => {
  done = run(data({ slide: 'title' }));
  press('PageDown');
  assert.equal(last().clock, 'running');
  root().remove();
  done();
  lay('<div class="lab-stage" data-lab-root></div><div data-testid="stMain"></div>');
  done = run(data({ slide: 'ask' }));
  press('PageDown');

  assert.equal(last().clock, 'waiting');
});

test('the languages go round', () => {
  done = run(data());
  const seen = ['l', 'l', 'l'].map((key) => {
    press(key);
    return last().tongue;
  });

  assert.deepEqual(seen, ['zh', 'both', 'en']);
});

test('a course of one language has no key and no button for another', () => {
  done = run(data({}, { tongues: ['en'] }));
  const before = told.length;
  press('l');

  assert.equal(told.length, before);
  assert.ok(root().querySelector('button'));
  assert.ok(![...root().querySelectorAll('button')].some((one) => one.title === 'tongue'));
});

test('all that is not known to be done goes along with each word to the server', () => {
  done = run(data({ slide: 'run' }, { controls: 2 }));
  for (const key of ['2', '+', '-', 'a']) press(key);
  const actions = told.at(-1).actions;

  assert.deepEqual(actions.map((action) => [action.do, action.control, action.by, action.slide]),
    [['nudge', 1, 1, 'run'], ['nudge', 1, -1, 'run'], ['compare', undefined, undefined, 'run']]);
  assert.deepEqual(actions.map(({ n }) => n), [50_000, 50_001, 50_002]);
  run(data({ slide: 'run' }, { controls: 2, done: 50_001 }));
  assert.ok(isAsking());
  mock.timers.tick(1500);
  assert.deepEqual(told.at(-1).actions.map((action) => action.do), ['compare']);
  run(data({ slide: 'run' }, { controls: 2, done: 50_002 }));

  assert.ok(!isAsking());
});

test('what is done in the other window is done here too', () => {
  done = run(data({ slide: 'run' }));
  lines[0].onmessage({ data: { from: 'speaker', actions: [{ do: 'luck', n: 1 }] } });

  assert.deepEqual(told.at(-1).actions.map((action) => action.do), ['luck']);
  assert.ok(!lines[0].said.some((message) => message.actions.length)); // and not sent back
});

const numbers = () => told.at(-1).actions.map((action) => [action.do, action.n]);
const fromSpeaker = (...actions) => lines[0].onmessage({ data: { from: 'other', actions } });

test('an action has one number, from the key to the other window and to both servers', () => {
  done = run(data({ slide: 'run' }, { role: 'speaker' }));
  press('a');
  assert.deepEqual(numbers(), [['compare', 50_000]]);
  assert.deepEqual(lines[0].said.at(-1).actions.map(({ n }) => n), [50_000]);
  fromSpeaker({ do: 'luck', n: 50_007 });
  press('a');

  assert.deepEqual(numbers().slice(1), [['luck', 50_007], ['compare', 50_008]]);
});

test('of actions that cross the hall does each, under a later number, and beside it they keep their own', () => {
  const crossed = ['hall', 'speaker'].map((role) => {
    root()?.remove();
    done();
    lay('<div class="lab-stage" data-lab-root></div><div data-testid="stMain"></div>');
    lines = [];
    done = run(data({ slide: 'run' }, { role }));
    press('a');
    fromSpeaker({ do: 'luck', n: 49_998 }, { do: 'reset', n: 50_001 });
    return numbers();
  });

  assert.deepEqual(crossed, [
    [['compare', 50_000], ['luck', 50_001], ['reset', 50_002]],
    [['compare', 50_000], ['luck', 49_998], ['reset', 50_001]],
  ]);
});

test('an action is later than what was done before, though the clock of this computer be behind', () => {
  const settings = { ask: { values: {}, kept: null, tried: null, done: 70_000 } };
  done = run(data({ slide: 'run' }, { done: 60_000 }));
  press('a');
  run(data({ slide: 'run', settings, at: 2000, stamps: { 'settings:ask': 2000 } }, { done: 60_001 }));
  press('a');

  assert.deepEqual(numbers(), [['compare', 70_001]]);
});

test('a control that is not there is not chosen, and without controls nothing is moved', () => {
  done = run(data({ slide: 'run' }, { controls: 1 }));
  press('9');
  press('+');
  assert.equal(told.at(-1).actions[0].control, 0);
  told = [];
  run(data({ slide: 'run' }, { done: 50_000 }));
  press('+');

  assert.deepEqual(told, []);
});

test('the hour is started, paused, ended once, and ends the countdown', () => {
  done = run(data({ slide: 'ask', timer: { seconds: 60, ends: 99_000, left: null } }, { role: 'speaker' }));
  const [clock, end] = root().querySelector('.lab-hour').children;
  clock.click();
  assert.equal(last().clock, 'running');
  clock.click();
  assert.equal(last().clock, 'paused');
  end.click();
  end.click();

  assert.deepEqual([last().clock, last().timer], ['ended', null]);
});

test('a sheet is closed by the key that opened it', () => {
  done = run(data());
  press('o', { on: document.body });
  assert.ok(root().querySelector('[role=dialog]'));
  press('o', { on: document.body });
  assert.equal(root().querySelector('[role=dialog]'), null);
  press('o', { on: document.body });
  press('?', { on: document.body });

  assert.ok(root().querySelector('.lab-stage__help'));
});

test('the other window is opened, and it is said if the browser will not', () => {
  done = run(data());
  const opened = [];
  page.open = (...all) => opened.push(all.slice(0, 2)) && null;
  press('s');

  assert.deepEqual(opened, [['/beside', 'lab-speaker-ltv']]);
  assert.equal(document.querySelector('.lab-stage__said').textContent, 'not opened');
});

test('how a simulation was kept is told to the other window, and never back to the server', () => {
  done = run(data({ slide: 'run' }));
  hear({ lesson: 'ltv', slide: 'run', setting: { values: { a: 1 } }, run: 1, at: 2000 });
  assert.deepEqual(lines[0].said.at(-1).state.settings, { run: { values: { a: 1 } } });
  mock.timers.tick(60_000);
  assert.deepEqual([told, isAsking()], [[], false]);
  press('b');

  assert.deepEqual([last().black, last().settings], [true, {}]);
});

test('a window that hears of a simulation from the other one asks its server to draw it', () => {
  done = run(data({ slide: 'run' }, { role: 'speaker' }));
  const settings = { run: { values: { a: 1 } } };
  const hall = state({ slide: 'run', settings, stamps: { 'settings:run': 2000 }, at: 2000 });
  lines[0].onmessage({ data: { from: 'hall', state: hall } });
  assert.deepEqual([told.length, isAsking()], [1, true]);
  run(data(hall, { role: 'speaker' }));

  assert.ok(!isAsking());
});

/** What is told the live class while this happens. */
const toldLive = (happens) => {
  const heard = [];
  const note = ({ detail }) => heard.push(detail);
  document.addEventListener('lab-live', note);
  happens();
  document.removeEventListener('lab-live', note);
  return heard;
};

test('the keys of a poll ask the live class about the slide that is shown, and change nothing here', () => {
  done = run(data({ slide: 'ask' }));
  const heard = toldLive(() => ['e', 'H', 'y'].forEach((key) => press(key)));

  assert.deepEqual(heard, ['toggle', 'show', 'again'].map((name) => ({ name, slide: 'ask' })));
  assert.deepEqual(told, []);
});

test('a slide that is turned to is told once, with its key', () => {
  const turned = [];
  const note = ({ detail }) => turned.push(detail);
  document.addEventListener('lab-turned', note);
  done = run(data({ slide: 'ask' }));
  press('PageDown');
  press('b');
  document.removeEventListener('lab-turned', note);

  assert.deepEqual(turned, ['ask', 'run']);
});

const remote = (name) => document.dispatchEvent(new page.CustomEvent('lab-remote', { detail: name }));

test('a phone presses a key, until the stage is gone', () => {
  done = run(data({ slide: 'ask' }));
  remote('next');
  assert.equal(last().slide, 'run');
  assert.deepEqual(toldLive(() => remote('poll')), [{ name: 'toggle', slide: 'run' }]);
  told = [];
  root().remove();
  done();
  remote('next');

  assert.deepEqual(told, []);
});

test('a stage that is gone hears no key and closes its line', () => {
  done = run(data());
  root().remove();
  done();
  press('PageDown', { on: document.body });

  assert.deepEqual([told, lines[0].isClosed], [[], true]);
});
