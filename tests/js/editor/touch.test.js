import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, document, lay, page } from '../page.js';
import { listenForTouch } from '../../../ui/components/editor/touch.js';

const MENU = '<div class="ace_mobile-menu"><b action="paste">Paste</b><b action="more">...</b></div>';
const menu = () => [...document.querySelectorAll('[action]')].map((button) => button.textContent);
const settled = () => page.happyDOM.waitUntilComplete();

test('the menu of a finger speaks the reader’s language, once a finger came, until the editor goes', async () => {
  const host = lay('');
  const done = new page.AbortController();
  listenForTouch({ host, message: { words: { paste: '粘贴' } } }, done.signal);
  add(MENU);
  await settled();
  assert.deepEqual(menu(), ['Paste', '...']);

  host.dispatchEvent(new page.Event('touchstart'));
  lay('');
  add(MENU);
  await settled();
  assert.deepEqual(menu(), ['粘贴', '...']);

  done.abort();
  lay('');
  add(MENU);
  await settled();
  assert.deepEqual(menu(), ['Paste', '...']);
});
