import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay } from './page.js';
import rail from '../../ui/components/rail.js';

const STEPS = [
  { n: 1, title: 'Ask', note: '3 min', stage: 'opening', state: 'done' },
  { n: 2, title: '<b>Run</b>', note: '9 min', stage: 'work', state: 'done' },
  { n: 3, title: 'End', note: '', stage: 'work', state: 'open' },
];
let sent = [];
let isWide = false;
let listeners = [];
globalThis.matchMedia = () => ({
  get matches() { return isWide; },
  addEventListener: (_, listener) => listeners.push(listener),
  removeEventListener: (_, listener) => { listeners = listeners.filter((one) => one !== listener); },
});

const draw = (over = {}) => rail({
  data: { steps: STEPS, current: 2, summary: '1 of 3', words: { steps: 'Steps', done: 'done' }, ...over },
  parentElement: document.body,
  setTriggerValue: (name, n) => sent.push([name, n]),
});
const texts = (selector) => [...document.querySelectorAll(selector)].map((node) => node.textContent);
const fold = () => document.querySelector('details');

beforeEach(() => {
  lay('<div class="rail" data-lab-root></div>');
  sent = [];
  listeners = [];
  isWide = false;
});

test('what is done is ticked, but not the step one is at', () => {
  draw();

  assert.deepEqual(texts('.rail-mark'), ['✓', '2', '3']);
  assert.deepEqual(texts('[aria-current=step] .rail-title'), ['<b>Run</b>']);
  assert.deepEqual(texts('.rail-hidden'), ['done', 'done']);
});

test('each stage is named once, above its steps', () => {
  draw();

  assert.deepEqual([...document.querySelector('ol').children].map((item) => item.className.split(' ')[0]),
    ['rail-stage', 'rail-item', 'rail-stage', 'rail-item', 'rail-item']);
});

test('a title is text and never markup', () => {
  draw();

  assert.equal(document.querySelector('.rail-title b'), null);
});

test('a step that is pressed is gone to', () => {
  draw();
  document.querySelectorAll('button')[2].click();

  assert.deepEqual(sent, [['go', 3]]);
});

test('what a reader folded out stays so when the rail is drawn anew', () => {
  draw();
  assert.equal(fold().open, false);
  fold().open = true;
  draw({ current: 3 });

  assert.equal(fold().open, true);
});

test('where there is room it is open, and stops listening once it is drawn anew', () => {
  const done = draw();
  isWide = true;
  listeners.forEach((listener) => listener());
  assert.equal(fold().open, true);
  done();

  assert.deepEqual(listeners, []);
});
