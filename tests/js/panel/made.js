// Panels as the scripts under test are given them, on a page on which a chart can be drawn.
import { mock } from 'node:test';
import { document, page, words } from '../page.js';

export const control = (over = {}) => ({
  name: 'product', label: 'Product', help: 'What it is', kind: 'slider', low: 0, high: 100, step: 1, whole: true,
  format: ',.0f', value: 70, default: 60, kept: null, choices: [], ...over,
});
export const choice = (over = {}) => control({
  name: 'plan', label: 'Plan', kind: 'choice', value: 'a', default: 'a', choices: [['a', 'First'], ['b', 'Second']],
  ...over,
});
export const measure = (over = {}) => (
  { name: 'again', label: 'Again', help: 'Who comes again', format: '.0%', value: 0.5, ...over }
);
export const picture = (y = 9, over = {}) => (
  { data: [{ x: [0], y: [y] }], layout: {}, alt: `A dot at ${y}`, start: 0, frames: [], ...over }
);
export const chart = (over = {}) => ({
  pictures: [picture()], tables: ['/t/0', '/t/1'], labels: [], language: 'en', height: 300, share: null,
  plotly: '/plotly.js', words: { moment: 'moment', play: 'play', pause: 'pause' }, ...over,
});
const SENTENCES = {
  no_number: '“{value}” is no number from {low} to {high}.', outside: '{label}: {value} is not from {low} to {high}.',
  whole: '{label}: {value} is not whole.', number_of: '{label}, as a number', points: '{n} pp', kept_short: 'A',
};
export const WORDS = Object.fromEntries([
  ...['more', 'share', 'share_link', 'share_csv', 'table', 'picture', 'table_short', 'picture_short',
    'mark_default', 'mark_kept'].map((name) => [name, words[name]]),
  ...Object.entries(SENTENCES),
]);
export const tool = (name, over = {}) => ({ do: name, label: `do ${name}`, word: name, icon: '*', ...over });
export const message = (over = {}) => ({
  chart: chart(), title: 'Title', said: 'Said', controls: [control()], folded: 0, measures: [measure()],
  tools: ['compare', 'undo', 'redo'].map((name) => tool(name)), cover: { text: 'Predict first', button: 'See it' },
  share: null, sweep: null, heard: 0, port: null, words: WORDS, ...over,
});
/** Runs at 0, 50 and 100, a dot as high as the setting, half of all coming again at 50. */
export const swept = (over = {}) => ({
  at: [0, 50, 100], pictures: [0, 50, 100].map((y) => picture(y)), measures: { again: [0, 0.5, 1] }, ...over,
});

/** A hand that notes what the controls tell of it. */
export const hand = () => {
  const told = [];
  const note = (what) => (name) => told.push([what, name]);
  return { words: WORDS, told, touch: note('touch'), hold: note('hold'), move: note('move'), settle: note('settle') };
};

/** Puts a value into a field or a slider as a reader does, and says so to the page. */
export const put = (field, value, kind = 'input') => {
  field.value = String(value);
  field.dispatchEvent(new page.Event(kind, { bubbles: true }));
};

/** What was drawn on the page since the last call; nothing there has a width but what draws a chart. */
export const drawn = [];
export const standForPlotly = () => {
  drawn.splice(0);
  globalThis.window.Plotly = {
    react: (node, traces, layout) => drawn.push({ node, traces, layout, alt: node.getAttribute('aria-label') }),
    purge: () => {},
  };
};
Object.defineProperty(page.HTMLElement.prototype, 'clientWidth', { get: () => 600, configurable: true });
const create = document.createElement.bind(document);
const pixel = { fillRect: () => {}, getImageData: () => ({ data: [255, 255, 255] }) };
document.createElement = (tag) => Object.assign(create(tag), tag === 'canvas' ? { getContext: () => pixel } : {});

/** Answers every address with this, and notes what was asked for; null is a server that is busy. */
export const answerWith = (answer) => {
  const asked = [];
  globalThis.fetch = mock.fn(async (address) => {
    asked.push(address);
    return { status: answer === null ? 204 : 200, json: async () => answer };
  });
  return asked;
};
