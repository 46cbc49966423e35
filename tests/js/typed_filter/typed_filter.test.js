import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, page } from '../page.js';
import filter, { isFound } from '../../../ui/components/typed_filter/typed_filter.js';

const MARKUP = `
  <div class="st-key-glossary-search"><input></div>
  <div data-lab-letter>C L</div>
  <div data-lab-term="churn">churn · 流失 Customers who left.</div>
  <div data-lab-term="loyalty">loyalty · 忠诚 They come again.</div>
  <div><p data-lab-filter></p></div>`;
const data = { also: { churn: 'attrition', loyalty: '' }, words: { found: 'Found: {n}' } };
const seen = (name) => document.querySelector(name).style.display !== 'none';

test('a list is narrowed down with every letter, by what stands in it and by other words for it', () => {
  const body = lay(MARKUP);
  filter({ data, parentElement: body.lastElementChild });
  const field = body.querySelector('input');
  const type = (word) => {
    field.value = word;
    field.dispatchEvent(new page.Event('input'));
    return [seen('[data-lab-term=churn]'), seen('[data-lab-term=loyalty]'), seen('[data-lab-letter]')];
  };

  assert.deepEqual(type('attr'), [true, false, false]);
  assert.equal(body.querySelector('p').textContent, 'Found: 1');
  assert.deepEqual(type('忠'), [false, true, false]);
  assert.deepEqual(type(''), [true, true, true]);
});

test('each of several words must be found, in whatever case', () => {
  assert.deepEqual([isFound('Churn rate', 'RATE churn'), isFound('Churn rate', 'churn value')], [true, false]);
});
