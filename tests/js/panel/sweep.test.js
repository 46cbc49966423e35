import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { answerWith, control, picture, swept } from './made.js';
import { turn } from '../page.js';
import { addressOf, along, sweepAt } from '../../../ui/components/panel/sweep.js';

const exact = (at, y) => ({ at, picture: picture(y), measures: { again: 0.77 } });
const height = (point) => point.picture.data[0].y[0];
let number = 0;
const fresh = () => `/runs/one.along?n=${number += 1}`;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('between two runs numbers lie between, and at a run they are its own', () => {
  const at = along(swept(), null);

  assert.deepEqual([0, 25, 50, 75, 100].map((value) => height(at(value))), [0, 25, 50, 75, 100]);
  assert.deepEqual(at(25).measures, { again: 0.25 });
});

test('beyond its ends the runs at the ends stand', () => {
  const at = along(swept(), null);

  assert.deepEqual([height(at(-5)), height(at(500))], [0, 100]);
});

test('the run that stands there is one of them, so that nothing jumps when a hand takes hold', () => {
  const at = along(swept(), exact(30, 42));

  assert.deepEqual([height(at(30)), at(30).measures.again], [42, 0.77]);
  assert.deepEqual([height(at(15)), height(at(40))], [21, 46]);
});

test('it takes the place of a run at the same setting, at an end as well', () => {
  for (const value of [0, 50, 100]) assert.equal(height(along(swept(), exact(value, 42))(value)), 42);
});

test('a run that has moments is shown at the one that was sent', () => {
  const frames = [{ name: 'm', caption: 'later', data: [{ y: [7] }] }];
  const at = along(swept({ at: [0], pictures: [picture(1, { frames })], measures: { again: [null] } }), null);

  assert.deepEqual([height(at(0)), at(0).picture.caption, at(0).measures.again], [7, 'later', null]);
});

test('an address names the slider and its ends, and leaves out where that slider stands', () => {
  const address = addressOf('/runs/one.along?view=v&product=70&speed=1&lang=zh', control({ step: 0.5 }), 11);

  assert.equal(address, '/runs/one.along?view=v&speed=1&lang=zh&along=product&along-low=0&along-high=100'
    + '&along-step=0.5&along-moment=11');
  assert.ok(!addressOf('/runs/one.along?view=v', control(), null).includes('moment'));
});

test('the same runs are asked for once', async () => {
  const asked = answerWith(swept());
  const address = fresh();

  const [one, other] = await Promise.all([sweepAt(address), sweepAt(address)]);
  mock.timers.tick(60_000);
  await sweepAt(address);

  assert.equal(one, other);
  assert.deepEqual(asked, [address]);
});

test('what a busy server refused is asked for again after a while, not sooner', async () => {
  const asked = answerWith(null);
  const address = fresh();
  assert.equal(await sweepAt(address), null);
  await turn();
  await sweepAt(address);
  assert.equal(asked.length, 1);
  mock.timers.tick(4000);
  await sweepAt(address);

  assert.equal(asked.length, 2);
});

test('a server that cannot be reached has none', async () => {
  globalThis.fetch = async () => { throw new TypeError('no network'); };

  assert.equal(await sweepAt(fresh()), null);
});

test('two dozen sliders are kept, and the oldest is asked for anew', async () => {
  const asked = answerWith(swept());
  const first = fresh();
  await sweepAt(first);
  for (let k = 0; k < 24; k += 1) await sweepAt(fresh());
  await sweepAt(first);

  assert.equal(asked.filter((address) => address === first).length, 2);
});
