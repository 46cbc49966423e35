import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, page } from './page.js';
import { make } from '../../ui/components/chart/node.js';
import paper from '../../ui/components/paper/paper.js';
import setting from '../../ui/components/setting/setting.js';
import { listenToSettings } from '../../ui/components/stage/settings.js';
import remember from '../../ui/desk/author.js';
import { show } from './made.js';

// What has yet to be drawn for the first time; the page is not at rest before.
const undrawn = () => [...document.querySelectorAll('[data-undrawn]')];

test('a node has its class and its text, which is never markup', () => {
  const [plain, whole] = [make('p'), make('p', 'a b', '<i>x</i>')];

  assert.deepEqual([plain.hasAttribute('class'), plain.textContent], [false, '']);
  assert.deepEqual([whole.className, whole.textContent, whole.children.length], ['a b', '<i>x</i>', 0]);
});

test('the button for paper opens the printer', () => {
  let printed = 0;
  page.print = () => { printed += 1; };
  const body = lay('<button data-undrawn></button>');
  paper({ data: { label: 'Print' }, parentElement: body });
  body.firstChild.click();

  assert.deepEqual([body.textContent, printed, undrawn()], ['Print', 1, []]);
});

test('who writes is remembered by this browser', () => {
  const body = lay('<div><div hidden data-undrawn></div></div>').firstChild;
  remember({ data: { cookie: 'lab_author', name: '%E6%9D%8E' }, parentElement: body });

  assert.match(document.cookie, /lab_author=%E6%9D%8E/);
  assert.deepEqual(undrawn(), []);
});

test('a simulation on a slide tells the stage how it stands, and takes no room', () => {
  const stage = show();
  const stop = listenToSettings(stage);
  const box = lay('<div data-testid="stElementContainer"></div>').firstChild;
  setting({ data: { lesson: 'ltv', slide: 'run', setting: { a: 1 }, run: 1, at: 5 }, parentElement: box });
  stop();

  assert.deepEqual(stage.data.state.settings, { run: { a: 1 } });
  assert.equal(box.style.display, 'none');
});
