import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, turn, words } from '../page.js';
import { fillTable } from '../../../ui/components/chart/table.js';

const chart = () => ({ message: { words, language: 'en', height: 320 } });
let asked = [];
let answer;

const place = () => ({ table: document.createElement('div') });

const fill = async (table, { one = place(), address = '/t/1' } = {}) => {
  answer = { ok: true, json: async () => table };
  await fillTable(one, address, { alt: 'A line that rises' }, chart());
  return one.table;
};
const texts = (nodes) => [...nodes].map((node) => node.textContent);
const cells = (table) => [...table.querySelectorAll('tbody tr')].map((row) => texts(row.cells));

beforeEach(() => {
  asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address);
    return answer;
  };
});

test('a table has a head for each column and a row for each record', async () => {
  const table = await fill({ heads: ['Year', 'Name'], rows: [[1, 'A'], [2, 'B']], all: 2 });

  assert.deepEqual([...table.querySelectorAll('th')].map((head) => [head.textContent, head.getAttribute('scope')]),
    [['Year', 'col'], ['Name', 'col']]);
  assert.deepEqual(cells(table), [['1', 'A'], ['2', 'B']]);
  assert.equal(table.querySelector('p'), null);
});

test('numbers are written as short as they may be read, with a true minus', async () => {
  const row = [0, -0, 3, 1234.567, 12345.6, 1.234, 0.123456, -2.5, null];
  const table = await fill({ heads: row.map(() => ''), rows: [row], all: 1 });

  assert.deepEqual(cells(table)[0], ['0', '0', '3', '1235', '12346', '1.23', '0.1235', '−2.5', '']);
});

test('columns of words are marked, columns of numbers are not', async () => {
  const table = await fill({ heads: ['Year', 'Name'], rows: [[1, 'A']], all: 1 });

  const isWord = [...table.querySelectorAll('th, td')].map((cell) => 'word' in cell.dataset);

  assert.deepEqual(isWord, [false, true, false, true]);
});

test('markup in a table is text', async () => {
  const table = await fill({ heads: ['<b>'], rows: [['<img src=x>']], all: 1 });

  assert.deepEqual([table.querySelector('th').textContent, cells(table)[0][0], table.querySelector('img')],
    ['<b>', '<img src=x>', null]);
});

test('a long table says how many rows were left out, an empty one what the picture shows', async () => {
  const long = await fill({ heads: ['x'], rows: [[1]], all: 9 });
  const empty = await fill({ heads: ['x'], rows: [], all: 0 });

  const said = [long, empty].map((table) => table.querySelector('p').textContent);

  assert.deepEqual(said, ['rows_left 1 of 9', 'A line that rises']);
});

test('the same table is asked for once, another one anew', async () => {
  const one = place();
  for (const address of ['/t/1', '/t/1', '/t/2']) await fill({ heads: [], rows: [], all: 0 }, { one, address });

  assert.deepEqual(asked, ['/t/1', '/t/2']);
});

test('while it is fetched the reader is told so, and told if it does not come', async () => {
  const one = place();
  answer = { ok: false, status: 500 };
  const filling = fillTable(one, '/t/1', { alt: '' }, chart());
  const said = [one.table.textContent];
  await filling;
  said.push(one.table.textContent);

  assert.deepEqual(said, ['fetching', 'no_table']);
  await fill({ heads: [], rows: [[]], all: 1 }, { one });
  assert.equal(asked.length, 2); // after a failure it may be asked for again
});

test('a table that comes after a newer one was asked for is left', async () => {
  const one = place();
  let late;
  globalThis.fetch = () => new Promise((resolve) => { late = resolve; });
  const slow = fillTable(one, '/t/1', { alt: '' }, chart());
  globalThis.fetch = async () => ({ ok: true, json: async () => ({ heads: ['new'], rows: [['x']], all: 1 }) });
  await fillTable(one, '/t/2', { alt: '' }, chart());
  late({ ok: true, json: async () => ({ heads: ['old'], rows: [], all: 0 }) });
  await slow;
  await turn();

  assert.equal(one.table.querySelector('th').textContent, 'new');
});
