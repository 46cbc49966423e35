import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, page, words } from '../page.js';
import { show, slides } from '../made.js';
import { arrange, makeToolbar } from '../../../ui/components/stage/toolbar.js';

const NAMES = ['back', 'next', 'tools', 'reveal', 'is_black', 'leave', 'hall', 'speaker', 'pick', 'timer'];
const WORDS = Object.fromEntries(NAMES.map((name) => [name, name]));
let acted = [];

const stage = (over = {}, data = {}) => {
  const made = show(over, { words: { ...WORDS, slide_of: words.slide_of, minutes: '{n}' }, ...data });
  made.root = lay('<div class="lab-stage" data-lab-root></div>').firstChild;
  made.toolbar = makeToolbar(made, ({ name }) => acted.push(name));
  clearInterval(made.ticking);
  arrange(made);
  return made;
};
const $ = (name) => document.querySelector(`.lab-stage__${name}`);

beforeEach(() => {
  acted = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 });
});

test('the line and the number say how far it is', () => {
  stage({ slide: 'run' });

  assert.deepEqual([$('line').style.width, $('number').textContent], ['75%', '3 / 4']);
  assert.equal($('foot').firstChild.textContent, 'work');
});

test('that the keys are off is seen beside the number', () => {
  const made = stage();
  made.keysOff = true;
  arrange(made);

  assert.equal($('number').textContent, '⌨ ✕ · 1 / 4');
});

test('the slide is said aloud: its place and title, or the tool over it, or that it is black', () => {
  const said = [{}, { tool: 'pick' }, { tool: 'pick', black: true }].map((over) => {
    stage({ slide: 'ask', ...over });
    return $('said').textContent;
  });

  assert.deepEqual(said, ['slide_of 2 of 4: Slide ask', 'pick', 'is_black']);
});

test('the hall turns black and the speaker does not', () => {
  const hidden = ['hall', 'speaker'].map((role) => {
    stage({ black: true }, { role });
    return $('black').hidden;
  });

  assert.deepEqual(hidden, [false, true]);
});

test('there is a button to reveal as long as something is hidden', () => {
  const all = slides.map((slide) => ({ ...slide, phases: 1 }));
  const hidden = [{}, { revealed: { ask: 1 } }].map((over) => {
    stage({ slide: 'ask', ...over }, { slides: all });
    return $('reveal').hidden;
  });

  assert.deepEqual(hidden, [false, true]);
  $('reveal').click();
  assert.deepEqual(acted, ['reveal']);
});

test('every tool is a button with a name that does what it is called', () => {
  stage();
  for (const button of $('tools').querySelectorAll('button')) button.click();

  assert.deepEqual(acted, [
    'back', 'next', 'black', 'overview', 'full', 'timer', 'pick', 'groups', 'board', 'qr', 'tongue', 'help', 'speaker',
  ]);
  assert.equal($('tools').firstChild.getAttribute('aria-label'), 'back');
});

test('the tools come with the mouse and go when it rests', () => {
  stage();
  const isAwake = () => $('tools').hasAttribute('data-awake');
  document.dispatchEvent(new page.Event('pointermove'));
  mock.timers.tick(2400);
  document.dispatchEvent(new page.Event('pointermove'));
  mock.timers.tick(2400);
  assert.ok(isAwake());
  mock.timers.tick(100);

  assert.ok(!isAwake());
});

test('who leaves ends the hour first, and the server hears of it before the page goes', () => {
  stage({}, { exit: '/lesson' });
  const link = $('tools').querySelector('a');
  link.click();

  assert.deepEqual([acted, link.getAttribute('href')], [['end'], '/lesson']);
});

test('the speaker sees words instead of signs, and the hour', () => {
  const made = stage({}, { role: 'speaker' });

  assert.equal($('tools').firstChild.textContent, 'back');
  assert.ok(document.querySelector('.lab-hour'));
  assert.equal(made.toolbar.tools.leave.hidden, true);
});
