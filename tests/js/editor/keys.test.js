import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page, press } from '../page.js';
import { makeSession, message, pad } from './made.js';
import { addKeys, showSize } from '../../../ui/components/editor/keys.js';

let opened = null;
page.ace = { require: () => ({ Search: (editor, isReplace) => { opened = isReplace; } }) };
const BOX = '<div id="box"><input placeholder="Find">'
  + '<b action="findPrev"></b><b action="hide"></b><b action="x" title="y"></b></div>';

const open = () => {
  const words = { find_previous: 'Previous', find_next: 'Next', find_close: 'Close', leaving: 'Tab leaves' };
  const one = pad(message({ words }), { session: makeSession('a'), reports: new Map(), saves: 0 });
  lay(`<div id="host"><textarea></textarea></div>${BOX}`);
  one.host = document.querySelector('#host');
  one.bar = { said: document.createElement('div') };
  const made = { sizes: [], added: [], removed: null, handler: null };
  Object.assign(one.ace, {
    setOption: (_, size) => made.sizes.push(size),
    searchBox: { element: document.querySelector('#box') },
    commands: {
      commands: { gotoline: {} },
      removeCommands: (names) => { made.removed = names; },
      addCommands: (all) => made.added.push(...all),
    },
    keyBinding: { addKeyboardHandler: (handler) => { made.handler = handler; } },
  });
  addKeys(one, new page.AbortController().signal);
  const key = (name) => made.handler.handleKeyboard({}, 0, name);
  return { one, ...made, made, key, run: (name) => made.added.find((command) => command.name === name).exec() };
};
const zoom = (key, more = { ctrlKey: true }) => press(key, { on: document.querySelector('textarea'), ...more });

beforeEach(() => localStorage.clear());

test('letters grow and shrink by steps, stop at the ends and come back to the usual size', () => {
  const { sizes } = open();
  zoom('+');
  zoom('=');
  zoom('-');
  zoom('0');
  for (let n = 0; n < 20; n += 1) zoom('+');
  for (let n = 0; n < 20; n += 1) zoom('_');

  assert.deepEqual(sizes.slice(0, 4), ['1rem', '1.125rem', '1rem', '0.9375rem']);
  assert.deepEqual([sizes[23], sizes.at(-1)], ['2.5rem', '0.6875rem']);
});

test('the size is remembered by the next editor', () => {
  open();
  zoom('+');
  const { one, sizes } = open();
  showSize(one);

  assert.deepEqual(sizes, ['1rem']);
});

test('a size key is kept from the browser, and a letter without Ctrl is a letter', () => {
  const { sizes } = open();

  assert.deepEqual([zoom('-'), zoom('-', {}), zoom('-', { ctrlKey: true, altKey: true }), zoom('a')],
    [true, false, false, false]);
  assert.equal(sizes.length, 1);
});

test('Escape, then Tab, goes on to the page; another key in between takes it back', () => {
  const { one, key } = open();
  key('esc');
  assert.equal(one.bar.said.textContent, 'Tab leaves');
  assert.deepEqual(key('tab'), { command: 'null', passEvent: true });
  assert.equal(key('tab'), undefined);
  key('esc');
  key('a');
  assert.equal(key('tab'), undefined);
  key('esc');
  key('shift');

  assert.ok(key('tab'));
});

test('only commands that Ace has are taken away', () => {
  assert.deepEqual(open().made.removed, ['gotoline']);
});

test('saving is told to the server', () => {
  const { one, run } = open();
  run('save');

  assert.equal(one.sent[0].saves, 1);
});

test('the search box speaks the language of the reader', () => {
  const { run } = open();
  run('replace');
  const [back, close, other] = document.querySelectorAll('[action]');

  assert.equal(opened, true);
  assert.deepEqual([back, close, other].map((button) => button.getAttribute('aria-label')), ['Previous', 'Close', 'y']);
  assert.deepEqual([back.title, back.getAttribute('role')], ['Previous', 'button']);
  assert.equal(document.querySelector('input').getAttribute('aria-label'), 'Find');
});
