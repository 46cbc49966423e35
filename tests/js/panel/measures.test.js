import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS, measure } from './made.js';
import { makeMeasures } from '../../../ui/components/panel/measures.js';

const said = ({ list }) => [...list.querySelectorAll('dd')].map((node) => node.textContent);

test('each number stands under its name, a dash where there is none', () => {
  const made = makeMeasures([measure(), measure({ name: 'worth', label: 'Worth', format: ',.0f' })], WORDS);
  made.say({ again: 0.256, worth: null });

  assert.deepEqual(said(made), ['26%', '–']);
  assert.deepEqual([...made.list.querySelectorAll('dt')].map((node) => [node.textContent, node.title]), [
    ['Again', 'Who comes again'], ['Worth', 'Who comes again'],
  ]);
});

test('beside the kept run stand its number and by how much they differ, shares in points', () => {
  const made = makeMeasures([measure({ kept: 0.9 }), measure({ name: 'bought', format: '.1f', kept: 6.8 })], WORDS);
  made.say({ again: 0.99, bought: 4.6 });

  assert.deepEqual(said(made), ['99% A 90% +9 pp', '4.6 A 6.8 −2.2']);
});

test('numbers move in the nodes that are there', () => {
  const made = makeMeasures([measure()], WORDS);
  const [node] = made.list.querySelectorAll('dd');
  made.say({ again: 0.1 });
  made.say({ again: 0.2 });

  assert.equal(made.list.querySelector('[data-lab-measure="again"]'), node);
  assert.equal(node.textContent, '20%');
});
