import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { add, document, lay, page, press } from '../page.js';
import { show } from '../made.js';
import { actionOf, areKeysOff, isOurs, listen, switchKeys } from '../../../ui/components/stage/keys.js';

const meaning = (key, more = {}) => actionOf({ key, code: '', shiftKey: false, ...more })?.name ?? null;
let acted = [];
let deaf = () => {};

const stage = (over = {}) => {
  const made = Object.assign(show(over), { root: document.querySelector('.lab-stage') });
  deaf = listen(made, (action) => acted.push(action.control === undefined ? action.name : action));
  return made;
};

beforeEach(() => {
  deaf();
  acted = [];
  localStorage.clear();
  lay('<div class="lab-stage" data-lab-root></div><input id="word"><input id="slide" type="range"><button>b</button>'
    + '<div role="tab" tabindex="0"></div><input id="pointer" data-lab-clicker>');
});

test('a clicker turns the slides', () => {
  assert.deepEqual(['PageDown', 'PageUp', ' ', 'ArrowRight', 'ArrowLeft', 'Home', 'End'].map((key) => meaning(key)),
    ['next', 'back', 'next', 'next', 'back', 'first', 'last']);
});

test('the space bar goes back with shift', () => {
  assert.equal(meaning(' ', { shiftKey: true }), 'back');
});

test('a letter means the same with shift, and where an input method keeps it', () => {
  assert.deepEqual([meaning('b'), meaning('B', { shiftKey: true })], ['black', 'black']);
  assert.equal(meaning('Process', { code: 'KeyB' }), 'black');
  assert.equal(meaning('Unidentified', { code: 'KeyT' }), 'timer');
  assert.equal(meaning('Process', { code: 'Digit1' }), null);
});

test('the marks of a Chinese keyboard mean what the others do', () => {
  assert.deepEqual([meaning('？'), meaning('。')], [meaning('?'), meaning('.')]);
});

test('a digit chooses a control, counted from one', () => {
  assert.deepEqual(actionOf({ key: '3', code: 'Digit3' }), { name: 'choose', control: 2 });
  assert.equal(meaning('0'), 'reset');
});

test('E, H and Y are the keys of the live class', () => {
  assert.deepEqual(['e', 'H', 'y'].map((key) => meaning(key)), ['poll', 'poll_show', 'poll_again']);
});

test('a key that is the name of something else in the language means nothing', () => {
  assert.deepEqual(['constructor', 'toString', 'x', 'Tab', 'F6'].filter((key) => meaning(key)), []);
});

test('a key is heard and kept from the browser', () => {
  stage();

  assert.ok(press('PageDown'));
  assert.deepEqual(acted, ['next']);
});

for (const [what, more] of Object.entries({
  hold: { repeat: true }, composing: { isComposing: true }, control: { ctrlKey: true }, alt: { altKey: true },
  meta: { metaKey: true },
})) {
  test(`a key with ${what} is left alone`, () => {
    stage();

    assert.equal(press('n', more), false);
    assert.deepEqual(acted, []);
  });
}

test('what is typed into a field turns no slide', () => {
  stage();
  for (const key of ['n', ' ', 'ArrowLeft', 'PageDown']) press(key, { on: document.querySelector('#word') });

  assert.deepEqual(acted, []);
});

test('a slider and a tab keep their arrows and give up the rest', () => {
  stage();
  for (const one of ['#slide', '[role=tab]']) {
    for (const key of ['ArrowLeft', 'Home', 'n']) press(key, { on: document.querySelector(one) });
  }

  assert.deepEqual(acted, ['next', 'next']);
});

test('a button keeps space and Enter, and nobody else does', () => {
  stage();
  for (const key of [' ', 'Enter', 'ArrowRight', 'b']) press(key, { on: document.querySelector('button') });
  press(' ', { on: document.body });

  assert.deepEqual(acted, ['next', 'black', 'next']);
});

test('a field that leaves the clicker alone gives up its two keys only', () => {
  stage();
  for (const key of ['PageDown', 'PageUp', 'n', ' ']) press(key, { on: document.querySelector('#pointer') });

  assert.deepEqual(acted, ['next', 'back']);
});

test('F5 never reloads the page: it starts the presentation, even from a field', () => {
  const event = new page.KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
  assert.ok(isOurs(event));
  stage();

  assert.ok(press('F5'));
  assert.ok(press('F5', { on: document.querySelector('#word') }));
  assert.equal(press('F5', { ctrlKey: true }), false);
  assert.deepEqual(acted, ['start']);
});

test('while a dialog is open all keys are its own', () => {
  stage();
  add('<div data-testid="stDialog"><div role="dialog"></div></div>');
  press('n');

  assert.deepEqual(acted, []);
});

test('Escape closes a sheet itself and a tool by its action', () => {
  const made = stage({ tool: 'pick' });
  made.sheet = 'help';
  made.closeSheet = () => { made.sheet = null; };
  press('Escape');
  assert.deepEqual([made.sheet, acted], [null, []]);
  press('Escape');

  assert.deepEqual(acted, ['close']);
});

test('Escape is for what is open over a tool first', () => {
  stage({ tool: 'pick' });
  add('<div data-testid="stPopoverBody"></div>');
  press('Escape');

  assert.deepEqual(acted, []);
});

test('while a sheet is open only keys that belong to it are heard', () => {
  const made = stage();
  made.sheet = 'help';
  for (const key of ['n', 'b', 't', '?', 'o', 'g', 'f']) press(key);

  assert.deepEqual(acted, ['help', 'overview', 'go', 'full']);
});

test('keys that are switched off are off in the next presentation too, but F5 still does not reload', () => {
  switchKeys(true);
  assert.ok(areKeysOff());
  const made = stage();

  assert.equal(press('n'), false);
  assert.ok(press('F5'));
  assert.deepEqual([made.keysOff, acted], [true, []]);
  switchKeys(false);
  assert.equal(areKeysOff(), false);
});

test('a stage that is gone hears nothing', () => {
  const made = stage();
  made.root.remove();
  press('n');
  lay('<div class="lab-stage" data-lab-root></div>');
  stage();
  deaf();
  press('n');

  assert.deepEqual(acted, []);
});

test('a button that was clicked lets go of the keys, a field keeps them', () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  stage();
  const held = ['button', '#word'].map((one) => {
    document.querySelector(one).focus();
    document.dispatchEvent(new page.Event('pointerup'));
    mock.timers.tick(0);
    return document.activeElement === document.querySelector(one);
  });

  assert.deepEqual(held, [false, true]);
});
