import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document } from './page.js';
import { loadPlotly } from '../../ui/components/chart/script.js';
import { bring } from '../../ui/components/script.js';

// Nothing is fetched here: the test says what came.
const asked = [];
document.head.append = (script) => {
  script.remove = () => { script.isGone = true; };
  asked.push(script);
};

beforeEach(() => { asked.length = 0; });

test('a script that arrives is there', async () => {
  const brought = bring('/a.js');
  asked[0].onload();
  await brought;

  assert.match(asked[0].src, /\/a\.js$/);
});

test('a script that does not arrive is named, and leaves nothing behind', async () => {
  const brought = bring('/a.js');
  asked[0].onerror();

  await assert.rejects(brought, /the script \/a\.js did not arrive/);
  assert.ok(asked[0].isGone);
});

test('Plotly is fetched once for all charts, and again after a failure', async () => {
  const [first, second] = [loadPlotly('/p.js'), loadPlotly('/p.js')];
  assert.equal(asked.length, 1);
  asked[0].onerror();
  await assert.rejects(first);
  await assert.rejects(second);
  const third = loadPlotly('/p.js');
  assert.equal(asked.length, 2);
  asked[1].onload();
  await third;
});
