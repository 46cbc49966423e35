import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page } from '../page.js';
import arrive from '../../../ui/components/page/arrival.js';
import { keepFocus } from '../../../ui/components/page/focus.js';
import { skipTheBar } from '../../../ui/components/page/skip.js';

keepFocus();
keepFocus();
skipTheBar();
skipTheBar();
const find = (selector) => document.querySelector(selector);
const later = () => new Promise((resolve) => { setTimeout(resolve, 5); });

beforeEach(() => {
  lay('<a data-testid="stSkipToContent"></a><section data-testid="stMain" tabindex="0">'
    + '<div data-testid="stMainBlockContainer"><div class="st-key-lab-bar"></div><div id="first">'
    + '<h1>Title</h1></div><div id="box"><form><button>Send</button></form></div></div><i id="part"></i></section>');
  document.activeElement?.blur();
});

test('a button that goes away leaves the focus on what it lay in', async () => {
  find('button').focus();
  find('form').remove();
  await later();

  assert.equal(document.activeElement, find('#box'));
});

test('where there is something to hear, the focus goes there', async () => {
  find('button').focus();
  find('form').remove();
  find('#box').append(Object.assign(document.createElement('p'), { id: 'said' }));
  find('#said').setAttribute('role', 'status');
  await later();

  assert.equal(document.activeElement, find('#said'));
});

test('nobody’s focus is moved who pointed elsewhere, or whom the page gave another', async () => {
  find('button').focus();
  document.body.dispatchEvent(new page.Event('pointerdown', { bubbles: true }));
  find('form').remove();
  await later();

  assert.equal(document.activeElement, document.body);
});

test('the link past the bar goes to the heading, or to what follows the bar where there is none', () => {
  find('a').click();
  assert.equal(document.activeElement, find('h1'));
  find('h1').remove();
  find('a').click();

  assert.equal(document.activeElement, find('#first'));
});

test('another step begins at its top with the focus on its title, and the first is left alone', () => {
  const come = (place) => arrive({ data: { place }, parentElement: find('#part') });
  const main = find('[data-testid="stMain"]');
  main.scrollTop = 900;
  come('satisfaction:1');
  come('satisfaction:1');
  assert.deepEqual([main.scrollTop, document.activeElement], [900, document.body]);
  come('satisfaction:2');

  assert.deepEqual([main.scrollTop, document.activeElement], [0, find('h1')]);
});
