import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay } from '../page.js';
import draw, { news, ways } from '../../../ui/components/task_list/task_list.js';

const WORDS = {
  title: 'Can you?', found: '{found} of {all} ways found', done: 'Done:', open: 'Still open:', between: ' · ',
};
const task = (over = {}) => ({ text: 'Fill the hall', found: 0, ways: 1, names: [], ...over });
const show = (...tasks) => draw({ data: { tasks, words: WORDS }, parentElement: document.body });
const rows = () => [...document.querySelectorAll('li')];
const heard = () => document.querySelector('[role="status"]').textContent;

beforeEach(() => lay('<div data-lab-tasks></div>'));

test('a task is ticked once all of its ways are found', () => {
  show(task(), task({ text: 'Two ways', found: 1, ways: 2 }), task({ text: 'All', found: 2, ways: 2 }));

  assert.deepEqual(rows().map((row) => row.hasAttribute('data-done')), [false, false, true]);
  assert.deepEqual(rows().map((row) => row.querySelector('.lab-tasks__tick').textContent), ['○', '○', '✓']);
});

test('of several ways it is told how many are found and what these are called', () => {
  const some = task({ found: 3, ways: 6, names: ['faster', 'kinder'] });

  assert.equal(ways(some, WORDS), '3 of 6 ways found – faster · kinder');
  assert.equal(ways(task({ ways: 6 }), WORDS), '0 of 6 ways found');
  assert.equal(ways(task(), WORDS), '');
});

test('what is new is said aloud, and what was done before is not', () => {
  show(task({ found: 1 }), task({ text: 'Two ways', ways: 2 }));
  assert.equal(heard(), '');
  show(task({ found: 1 }), task({ text: 'Two ways', found: 1, ways: 2, names: ['faster'] }));

  assert.equal(heard(), 'Two ways 1 of 2 ways found – faster');
  assert.deepEqual(rows().map((row) => row.hasAttribute('data-fresh')), [false, true]);
});

test('another list of tasks is no news', () => {
  const before = { tasks: [task({ text: 'Another' })], words: WORDS };

  assert.deepEqual(news({ tasks: [task({ found: 1 })], words: WORDS }, before), []);
});
