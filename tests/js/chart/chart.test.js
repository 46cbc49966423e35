import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay, press, resized, turn } from '../page.js';
import draw from '../../../ui/components/chart/chart.js';

const SAID = ['play', 'pause', 'table', 'picture', 'moment', 'loading', 'failed', 'retry', 'fetching'];
const WORDS = Object.fromEntries(SAID.map((name) => [name, name]));
const frame = (n) => ({ name: `${n}`, caption: n === 2 ? 'the end' : '', data: [{ y: [n] }] });
const picture = (over = {}) => (
  { data: [{ x: [0], y: [9] }], layout: {}, alt: 'A dot', start: 1, frames: [0, 1, 2].map(frame), ...over }
);
const message = (over = {}) => ({
  pictures: [picture()], tables: ['/t/0', '/t/1'], labels: [], language: 'en', height: 300, share: null,
  plotly: '/plotly.js', words: WORDS, ...over,
});
let drawn = [];

// Nothing has a width here but what draws a chart, or nothing would be drawn.
Object.defineProperty(globalThis.window.HTMLElement.prototype, 'clientWidth', { get: () => 600, configurable: true });
const create = document.createElement.bind(document);
const pixel = { fillRect: () => {}, getImageData: () => ({ data: [255, 255, 255] }) };
document.createElement = (tag) => Object.assign(create(tag), tag === 'canvas' ? { getContext: () => pixel } : {});

const show = (over = {}) => {
  const data = new TextEncoder().encode(JSON.stringify(message(over)));
  const done = draw({ data, parentElement: document.body });
  const bar = document.querySelector('.lab-chart__bar');
  const [play, scrub, caption, , table] = bar.children;
  return { done, bar, play, scrub, caption, table };
};
const heights = () => drawn.map(({ traces }) => traces[0].y[0]);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  lay('<div class="lab-chart" data-lab-root aria-busy="true"></div>');
  drawn = [];
  globalThis.window.Plotly = {
    react: (node, traces, layout) => drawn.push({ node, traces, layout }),
    purge: (node) => drawn.push({ purged: node }),
  };
});

test('a chart is drawn at the moment it starts with, and is no longer busy', () => {
  const { caption, scrub } = show();

  assert.deepEqual([heights(), caption.textContent, scrub.value, scrub.max], [[1], '1', '1', '2']);
  assert.ok(!document.querySelector('.lab-chart').hasAttribute('aria-busy'));
  assert.equal(document.querySelector('.lab-chart__plot').getAttribute('aria-label'), 'A dot');
});

test('the same message draws nothing again, another one moves the same picture and keeps its moment', () => {
  show();
  show();
  assert.equal(drawn.length, 1);
  show({ pictures: [picture({ data: [{ x: [5], y: [9] }], start: 0 })] });

  assert.deepEqual([drawn.length, drawn[1].node === drawn[0].node, heights()], [2, true, [1, 1]]);
});

test('fewer moments than before: the last of them is shown', () => {
  show({ pictures: [picture({ start: 2 })] });
  const { caption } = show({ pictures: [picture({ frames: [frame(0)] })] });

  assert.deepEqual([heights(), caption.textContent], [[2, 0], '0']);
});

test('a picture without moments has nothing to play', () => {
  const { bar } = show({ pictures: [picture({ frames: [] })] });

  assert.deepEqual([heights(), bar.hasAttribute('data-still')], [[9], true]);
});

test('it plays to the last moment and stops there', () => {
  const { play, caption } = show();
  play.click();
  assert.equal(play.textContent, '❚❚ pause');
  mock.timers.tick(700);
  mock.timers.tick(5000);

  assert.deepEqual([heights(), play.textContent, caption.textContent], [[1, 2], '▶ play', 'the end']);
});

test('played from the end it begins anew', () => {
  const { play } = show({ pictures: [picture({ start: 2 })] });
  play.click();
  mock.timers.tick(700);
  mock.timers.tick(700);

  assert.deepEqual(heights(), [2, 0, 1, 2]);
});

test('a press in between pauses it', () => {
  const { play } = show({ pictures: [picture({ start: 0 })] });
  play.click();
  mock.timers.tick(700);
  play.click();
  mock.timers.tick(5000);

  assert.deepEqual(heights(), [0, 1]);
});

test('the longer it is the faster it plays, within what the eye can follow', () => {
  const frames = Array.from({ length: 400 }, (_, n) => frame(n));
  const { play } = show({ pictures: [picture({ start: 0, frames })] });
  play.click();
  for (let tick = 0; tick < 10; tick += 1) mock.timers.tick(160);

  assert.equal(heights().at(-1), 10);
});

test('the scrubber goes to its moment and stops what plays; the space bar on it plays', () => {
  const { play, scrub } = show({ pictures: [picture({ start: 0 })] });
  play.click();
  scrub.value = '2';
  scrub.oninput();
  mock.timers.tick(5000);
  assert.deepEqual([heights(), play.textContent], [[0, 2], '▶ play']);

  assert.ok(press(' ', { on: scrub }));
  assert.equal(play.textContent, '❚❚ pause');
});

test('two pictures share a moment, are labelled and reach equally far', () => {
  const axis = (to) => picture({ layout: { yaxis: { range: [0, to] } } });
  show({ pictures: [axis(4), axis(9)], labels: ['A', 'B'] });

  assert.deepEqual([...document.querySelectorAll('figcaption')].map((one) => one.textContent), ['A', 'B']);
  assert.deepEqual(drawn.map(({ layout }) => layout.yaxis.range), [[0, 9], [0, 9]]);
  assert.equal(document.querySelector('.lab-chart__pictures').dataset.count, '2');
});

test('a picture that goes is taken down', () => {
  show({ pictures: [picture(), picture()] });
  const second = drawn[1].node;
  show();

  assert.ok(drawn.some(({ purged }) => purged === second));
  assert.equal(document.querySelectorAll('figure').length, 1);
});

test('it turns into a table and back', () => {
  globalThis.fetch = () => new Promise(() => {});
  const { table } = show();
  table.click();
  const [plot, rows] = [document.querySelector('.lab-chart__plot'), document.querySelector('.lab-chart__table')];
  assert.deepEqual([plot.hidden, rows.hidden, table.textContent], [true, false, 'picture']);
  table.click();

  assert.deepEqual([plot.hidden, rows.hidden, table.textContent], [false, true, 'table']);
});

test('a chart that comes to another width is drawn anew, else not', () => {
  show();
  resized();
  assert.equal(drawn.length, 1);
  Object.defineProperty(document.querySelector('.lab-chart__plot'), 'clientWidth', { get: () => 500 });
  resized();

  assert.deepEqual(drawn.map(({ layout }) => layout.width), [600, 500]);
});

test('a chart that is gone is taken down', () => {
  const { done } = show();
  document.querySelector('.lab-chart').remove();
  done();

  assert.equal(drawn.filter(({ purged }) => purged).length, 1);
});

test('while its script is fetched the chart says so; if it does not come it may be asked for again', async () => {
  const { Plotly } = globalThis.window;
  delete globalThis.window.Plotly;
  let fail;
  globalThis.window.labPlotly = new Promise((_, reject) => { fail = reject; });
  show();
  const wait = document.querySelector('.lab-chart__wait');
  assert.equal(wait.textContent, 'loading');
  fail(new Error('no network'));
  await turn();
  assert.equal(wait.textContent, 'failedretry');

  globalThis.window.labPlotly = Promise.resolve().then(() => { globalThis.window.Plotly = Plotly; });
  wait.querySelector('button').click();
  await turn();
  assert.deepEqual([wait.hidden, heights()], [true, [1]]);
});
