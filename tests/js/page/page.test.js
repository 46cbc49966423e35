import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, page } from '../page.js';
import light from '../../../ui/components/page/light.js';
import drawPage from '../../../ui/components/page/page.js';

const words = (lost) => ({ lost, reload: 'Reload' });
const draw = (language, lost, more = {}) => drawPage({
  data: { language, tag: `${language}-XX`, words: { ...words(lost), ...more } }, parentElement: part(),
});
const part = () => document.querySelector('#part');
const note = () => document.querySelector('.lab-lost')?.textContent ?? null;

// The page is watched once for all, by the first that is drawn.
lay('<div id="app" data-test-connection-state="CONNECTED"></div>'
  + '<div data-testid="stElementContainer" id="part"><button></button></div>');
const becomes = async (state) => {
  document.querySelector('#app').dataset.testConnectionState = state;
  await new Promise((resolve) => { setImmediate(resolve); });
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('the browser knows the language by the tag it was told, and remembers it', () => {
  draw('zh', 'lost');

  assert.equal(document.documentElement.lang, 'zh-XX');
  assert.match(document.cookie, /lab_language=zh/);
  assert.equal(part().style.display, 'none');
});

test('style sheets write the words that Streamlit has in one language only', () => {
  draw('zh', 'lost', { choose_file: '选“文件”' });

  assert.equal(document.documentElement.style.getPropertyValue('--say-choose-file'), '"选“文件”"');
});

test('a lab that does not answer for two seconds is lost, in the reader’s language, until it answers', async () => {
  draw('zh', '断开了');
  draw('en', 'gone');
  await becomes('DISCONNECTED');
  mock.timers.tick(1999);
  assert.equal(note(), null);
  await becomes('CONNECTING'); // the wait goes on
  mock.timers.tick(1);
  assert.equal(note(), 'goneReload');
  assert.equal(document.querySelector('.lab-lost').getAttribute('role'), 'alert');
  await becomes('CONNECTED');

  assert.equal(note(), null);
});

test('a phone that is back in time has lost nothing', async () => {
  await becomes('DISCONNECTED');
  mock.timers.tick(1500);
  await becomes('CONNECTED');
  mock.timers.tick(5000);

  assert.equal(note(), null);
});

test('the switch shows what it leads to, whoever turned the light', () => {
  const listeners = [];
  let isDark = false;
  const turn = (dark) => {
    isDark = dark;
    listeners.forEach((listener) => listener());
  };
  page.labLight = { isDark: () => isDark, set: (to) => turn(to === 'dark'), listen: (one) => listeners.push(one) };
  const button = part().querySelector('button');
  const data = { to_light: 'to light', to_dark: 'to dark' };
  light({ data, parentElement: part() });
  light({ data: { ...data, to_light: '浅色' }, parentElement: part() });
  assert.deepEqual([button.textContent, button.title, listeners.length], ['☾', 'to dark', 1]);
  button.click();
  assert.deepEqual([isDark, button.textContent, button.getAttribute('aria-label')], [true, '☀', '浅色']);
  button.click();

  assert.deepEqual([isDark, button.textContent], [false, '☾']);
});
