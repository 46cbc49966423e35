import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, press, words } from '../page.js';
import { show } from '../made.js';
import { areKeysOff } from '../../../ui/components/stage/keys.js';
import { askWhere, help, overview } from '../../../ui/components/stage/sheets.js';

const stage = (over = {}, data = {}) => {
  const made = show(over, { words, ...data });
  made.root = lay('<button id="before">b</button><div class="lab-stage"></div>').querySelector('.lab-stage');
  document.querySelector('#before').focus();
  return made;
};
const sheet = () => document.querySelector('[role=dialog]');
const cards = () => [...sheet().querySelectorAll('.lab-stage__card')];

// Two cards a row, since nothing has a place here.
const layCards = () => cards().forEach((card, n) => {
  Object.defineProperty(card, 'offsetTop', { value: Math.floor(n / 2) });
});

beforeEach(() => localStorage.clear());

test('all slides are shown, the one that is on the screen has the focus', () => {
  overview(stage({ slide: 'run' }));

  assert.deepEqual(cards().map((card) => card.textContent),
    ['title', 'ask', 'run', 'end'].map((key, n) => `${n + 1}Slide ${key}Text · ${n < 2 ? 'opening' : 'work'}`));
  assert.equal(document.activeElement, cards()[2]);
  assert.equal(cards()[2].getAttribute('aria-current'), 'true');
});

test('arrows move over the cards, up and down by rows, and stop at the ends', () => {
  overview(stage());
  layCards();
  const visited = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageDown', 'PageUp', 'ArrowUp']
    .map((key) => {
      assert.ok(press(key));
      return cards().indexOf(document.activeElement);
    });

  assert.deepEqual(visited, [1, 3, 3, 2, 0, 1, 0, 0]);
  assert.equal(press('x'), false);
});

test('cards get the pictures of their slides, and only what is revealed is asked for', async () => {
  const asked = [];
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    asked.push(address);
    return { ok: true, json: async () => ({ run: svg, ask: '/lab-media/a/b.png', gone: svg }) };
  };
  overview(stage({ revealed: { run: 1, ask: 2 } }, { language: 'zh' }));
  await new Promise((done) => { setTimeout(done); });
  globalThis.fetch = before;
  const pictures = cards().map((card) => card.querySelector('svg, img')?.localName ?? '');

  assert.deepEqual(asked, ['/present/pictures/ltv?lang=zh&revealed=run%2Cask']);
  assert.deepEqual(pictures, ['', 'img', 'svg', '']);
});

test('a lab that cannot be reached leaves the cards as they are', async () => {
  const before = globalThis.fetch;
  globalThis.fetch = async () => { throw new TypeError('gone'); };
  overview(stage());
  await new Promise((done) => { setTimeout(done); });
  globalThis.fetch = before;

  assert.equal(cards().length, 4);
  assert.equal(sheet().querySelector('svg, img'), null);
});

test('a card goes to its slide and closes the sheet', () => {
  const made = stage();
  overview(made);
  cards()[3].click();

  assert.deepEqual([made.state.slide, made.sheet, sheet()], ['end', null, null]);
});

test('a sheet that is closed gives the focus back', () => {
  const made = stage();
  overview(made);
  sheet().querySelector('.lab-stage__close').click();

  assert.equal(document.activeElement.id, 'before');
  assert.equal(made.sheet, null);
});

test('the slides on paper are a link, if there are any', () => {
  overview(stage({}, { paper: '/print/slides' }));
  assert.equal(sheet().querySelector('a').getAttribute('href'), '/print/slides');
  overview(stage());

  assert.equal(sheet().querySelector('a'), null);
});

const go = (said) => {
  const made = stage({ tool: 'qr' });
  askWhere(made);
  const form = sheet().querySelector('form');
  form.querySelector('input').value = said;
  form.onsubmit({ preventDefault: () => {} });
  return made.changes[0]?.slide ?? form.querySelector('p').textContent;
};

test('a slide is found by its number or by words of its title', () => {
  assert.deepEqual(['3', ' 2 ', 'SLIDE', ' end'].map(go), ['run', 'ask', 'title', 'end']);
});

test('what is not found is said', () => {
  assert.deepEqual(['0', '5', '', 'nothing'].map(go), ['go_none', 'go_none', 'go_none', 'go_none']);
});

test('the box has the focus, a hint and the range of numbers', () => {
  askWhere(stage());
  const box = document.activeElement;

  assert.deepEqual([box.tagName, box.placeholder], ['INPUT', '1 – 4']);
  assert.equal(sheet().querySelector('p').textContent, 'go_hint');
});

test('each key has a cap with its name on it, and what stands between keys has none', () => {
  const made = stage({}, { help: [['Home / End', { en: 'ends' }], ['1 … 9   + −', { en: 'sliders' }]] });
  help(made);
  const rows = [...sheet().querySelectorAll('tr')].map((row) => row.children[0]);

  assert.deepEqual(rows.map((head) => [...head.querySelectorAll('kbd')].map((key) => key.textContent)),
    [['Home', 'End'], ['1', '9', '+', '−']]);
  assert.deepEqual(rows.map((head) => head.textContent.trim()), ['Home / End', '1 … 9 + −']);
});

test('the keys are explained in every language, and can be switched off for good', () => {
  const made = stage({}, { help: [['→ PgDn', { en: 'on', 'zh-CN': '下一页' }]] });
  help(made);
  const [head, en, zh] = sheet().querySelector('tr').children;

  assert.deepEqual([...head.querySelectorAll('kbd')].map((key) => key.textContent), ['→', 'PgDn']);
  assert.deepEqual([en.lang, en.textContent, zh.lang, zh.textContent], ['en', 'on', 'zh-CN', '下一页']);
  const toggle = sheet().querySelector('.lab-stage__switch');
  toggle.click();
  assert.deepEqual([made.keysOff, areKeysOff(), toggle.textContent], [true, true, 'keys_off']);
  toggle.click();

  assert.deepEqual([made.keysOff, areKeysOff(), toggle.textContent], [false, false, 'keys_on']);
});
