import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import {
  answerWith, chart, control, drawn, measure, message, picture, put, standForPlotly, swept, tool,
} from './made.js';
import { document, lay, page, press, turn } from '../page.js';
import draw from '../../../ui/components/panel/panel.js';

globalThis.requestAnimationFrame = (step) => setTimeout(step, 16);
page.setTimeout = (...asked) => setTimeout(...asked); // the clock of the test
globalThis.matchMedia = () => ({ matches: true }); // no motion: what is drawn is what was sent
let told = [];
let number = 0;

const show = (over = {}) => {
  const data = new TextEncoder().encode(JSON.stringify(message(over)));
  return draw({
    data, parentElement: document.body, setTriggerValue: (event, value) => told.push(structuredClone(value)),
  });
};
const one = (selector) => document.querySelector(selector);
const toolOf = (name) => one(`[data-lab-tool="${name}"]`);
const range = () => one('.lab-control__range');
const heights = () => drawn.map(({ traces }) => traces[0].y[0]);
const again = () => one('[data-lab-measure="again"]').textContent;
const fresh = () => `/runs/one.along?n=${number += 1}`;
const settle = async () => {
  for (let k = 0; k < 6; k += 1) await turn();
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  lay('<div class="lab-panel" data-lab-root></div>');
  standForPlotly();
  told = [];
  answerWith(null);
});

test('one message draws measures, chart, controls and tools', () => {
  show();

  assert.deepEqual([heights(), again(), range().value], [[9], '50%', '70']);
  assert.deepEqual([...document.querySelectorAll('[data-lab-tool]')].map((node) => node.dataset.labTool), [
    'compare', 'undo', 'redo', 'table',
  ]);
});

test('of a covered run nothing stands there but its title, its controls and the way to see it', () => {
  show({ chart: null, measures: [], tools: [], said: '', sweep: null });
  assert.deepEqual([heights(), toolOf('compare'), one('[data-lab-measure]')], [[], null, null]);
  assert.ok(one('.lab-chart').hidden);
  assert.equal(range().value, '70');
  one('.lab-panel__cover button').click();

  assert.deepEqual(told.map(({ actions }) => actions), [[{ n: 1, do: 'unveil' }]]);
});

test('while a hand moves the chart and its measures follow and the server hears nothing', async () => {
  answerWith(swept());
  show({ sweep: fresh(), chart: chart({ pictures: [picture(70)] }), measures: [measure({ value: 0.7 })] });
  range().dispatchEvent(new page.Event('pointerdown'));
  range().dispatchEvent(new page.Event('pointerenter', { bubbles: false }));
  one('.lab-control').dispatchEvent(new page.Event('pointerenter'));
  await settle();
  drawn.splice(0);
  for (const value of [80, 90]) {
    put(range(), value);
    mock.timers.tick(16);
  }

  assert.deepEqual([heights().map(Math.round), again(), told], [[80, 90], '90%', []]);
  assert.match(drawn.at(-1).alt, /^A dot at/);
  range().dispatchEvent(new page.Event('change'));
  assert.deepEqual(told, [{ n: 1, values: { product: 90 }, actions: [] }]);
});

test('where no runs along a slider come the chart moves when the server has answered', async () => {
  show({ sweep: fresh() });
  drawn.splice(0);
  put(range(), 80);
  mock.timers.tick(16);
  await settle();
  assert.deepEqual([heights(), range().value], [[], '80']);
  range().dispatchEvent(new page.Event('change'));
  show({ heard: 1, controls: [control({ value: 80 })], chart: chart({ pictures: [picture(80)] }) });

  assert.deepEqual(heights(), [80]);
});

test('a message that does not know of the last move undoes nothing of it', () => {
  show();
  put(range(), 80);
  range().dispatchEvent(new page.Event('change'));
  put(range(), 85);
  range().dispatchEvent(new page.Event('change'));
  show({ heard: 1, controls: [control({ value: 80 })], measures: [measure({ value: 0.8 })] });
  assert.deepEqual([range().value, again()], ['85', '50%']);
  show({ heard: 2, controls: [control({ value: 85 })], measures: [measure({ value: 0.85 })] });

  assert.deepEqual([range().value, again()], ['85', '85%']);
});

test('a slider that a hand holds is not moved by a message, and all others are', () => {
  const controls = [control(), control({ name: 'speed', value: 5 })];
  show({ controls });
  const [held, other] = document.querySelectorAll('.lab-control__range');
  held.dispatchEvent(new page.Event('pointerdown'));
  held.value = '81';
  show({ controls: [control({ value: 10 }), control({ name: 'speed', value: 6 })] });

  assert.deepEqual([held.value, other.value], ['81', '6']);
});

test('controls and the focus stay while values move, and a tool that is made anew keeps it too', () => {
  show();
  const before = range();
  before.focus();
  show({ controls: [control({ value: 71 })] });
  assert.deepEqual([range() === before, document.activeElement === before], [true, true]);
  toolOf('compare').focus();
  show({ controls: [control({ value: 72 })], tools: [tool('compare', { on: true })] });

  assert.equal(document.activeElement, toolOf('compare'));
  assert.equal(toolOf('compare').getAttribute('aria-pressed'), 'true');
});

test('the number of a kept run comes and goes beside the numbers that stand there already', () => {
  show();
  show({ measures: [measure({ kept: 0.4 })] });
  assert.equal(again(), '50% A 40% +10 pp');
  show({ measures: [measure()] });

  assert.equal(again(), '50%');
});

test('Ctrl-Z takes a move back and Ctrl-Y and Shift make it again, where there is one', () => {
  show({ tools: [tool('undo'), tool('redo', { off: true })] });

  assert.ok(press('z', { on: range(), ctrlKey: true }));
  assert.ok(!press('y', { on: range(), ctrlKey: true }));
  assert.ok(!press('z', { on: range(), ctrlKey: true, shiftKey: true }));
  assert.deepEqual(told.at(-1).actions, [{ n: 1, do: 'undo' }]);
  show({ heard: 1, tools: [tool('undo'), tool('redo')] });
  assert.ok(press('Z', { on: range(), metaKey: true, shiftKey: true }));

  assert.deepEqual(told.at(-1).actions, [{ n: 2, do: 'redo' }]);
});

test('in a field that is typed in, Ctrl-Z undoes its letters and no move', () => {
  show();

  assert.ok(!press('z', { on: one('input[type="text"]'), ctrlKey: true }));
  assert.deepEqual(told, []);
});

test('an act is told with how everything stands, and again with the next move until it is heard', () => {
  show();
  toolOf('compare').click();
  put(range(), 75);
  range().dispatchEvent(new page.Event('change'));

  assert.deepEqual(told, [
    { n: 1, values: { product: 70 }, actions: [{ n: 1, do: 'compare' }] },
    { n: 2, values: { product: 75 }, actions: [{ n: 1, do: 'compare' }] },
  ]);
});
