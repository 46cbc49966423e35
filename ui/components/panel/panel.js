// A simulation under the hand: its measures, its chart, its controls and its tools in one part of the page, which one
// message of the server draws together.
import { besides, chartIn, show, takeDown } from '../chart/drawing.js';
import { roomFor } from '../chart/fill.js';
import { readLook } from '../chart/look.js';
import { make } from '../chart/node.js';
import { makeControl } from './controls.js';
import { prepare, preview } from './follow.js';
import { canOverlay } from './ghost.js';
import { markOf } from './guess.js';
import { haunt } from './haunt.js';
import { join, nudge, tellOther } from './live.js';
import { makeMeasures } from './measures.js';
import { makePlot } from './plot.js';
import { place } from './ports.js';
import { act, isUpToDate, mark, tellCurve, tellSoon } from './telling.js';
import { makeTools } from './tools.js';
import { asSeen, leadOver } from './tween.js';

const SOON = 1200; // ms after which the runs along the first slider are asked for, if no hand has come before
const KEYS = 60; // ms after a key in which a change is that key's work
/** @type {WeakMap<HTMLElement, Panels.Panel>} */
const panels = new WeakMap();

/** @param {Panels.Panel} panel @returns {Panels.Hand} */
const handOf = (panel) => ({
  words: panel.message.words,
  touch: (name) => { prepare(panel, name); },
  hold: (name) => {
    panel.held = name;
    mark(panel);
  },
  move: (name) => {
    panel.moved.add(name);
    if (panel.frame) return;
    panel.frame = requestAnimationFrame(() => {
      panel.frame = 0;
      preview(panel, name);
      tellOther(panel, name);
    });
  },
  nudge: (name, by) => nudge(panel, name, by),
  settle: (name) => {
    panel.moved.add(name);
    panel.held = null;
    tellSoon(panel, performance.now() - panel.keyAt < KEYS);
  },
});

/** @param {Panels.Panel} panel @param {KeyboardEvent} event */
const onKey = (panel, event) => {
  panel.keyAt = performance.now();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target instanceof HTMLTextAreaElement) return;
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') return; // it undoes its own letters
  const key = event.key.toLowerCase();
  const wanted = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
  if (!wanted || !panel.message.tools.some((tool) => tool.do === wanted && !tool.off)) return;
  event.preventDefault();
  act(panel, wanted);
};

/** @param {HTMLElement} root @param {Panels.Message} message */
const build = (root, message) => {
  const parts = {
    top: make('div', 'lab-panel__top'),
    measures: make('div', 'lab-panel__measures'),
    chart: make('div', 'lab-chart'),
    cover: make('div', 'lab-panel__cover'),
    controls: make('div', 'lab-panel__controls'),
  };
  parts.chart.dataset.labMoves = '';
  /** @type {Panels.Panel} */
  const panel = {
    root, parts, message, chart: null, shown: new Map(), measures: null, built: '', text: '', look: '', number: 0,
    actions: [], toldAt: 0, timer: 0, frame: 0, keyAt: -KEYS, held: null, moved: new Set(), follow: null,
    settled: [], moving: null, send: () => {},
  };
  root.append(parts.top, parts.measures, parts.chart, parts.cover, parts.controls);
  // not on the root, for measures and controls may stand elsewhere
  for (const part of Object.values(parts)) part.addEventListener('keydown', (event) => onKey(panel, event));
  document.addEventListener('pointerup', () => {
    if (panel.held === null || !root.isConnected) return;
    panel.held = null; // held and not moved: a change has let go by itself
    mark(panel);
  });
  panels.set(root, panel);
  return panel;
};

// Controls and measures are made anew where there are others; else they stay, and their values move.
/** @param {Panels.Panel} panel */
const fit = (panel) => {
  const { controls, measures, folded, words, tools } = panel.message;
  const kinds = controls.map(({ name, label, low, high, step, choices }) => [name, label, low, high, step, choices]);
  const built = JSON.stringify([kinds, folded, measures.map(({ name, label }) => [name, label]), words]);
  if (built !== panel.built) {
    panel.built = built;
    const hand = handOf(panel);
    panel.shown = new Map(controls.map((one) => [one.name, makeControl(one, hand)]));
    const nodes = [...panel.shown.values()].map(({ node }) => node);
    const drawer = make('details', 'lab-panel__more');
    drawer.append(make('summary', '', words.more), ...nodes.splice(nodes.length - folded));
    panel.parts.controls.replaceChildren(...nodes, ...(folded ? [drawer] : []));
    panel.measures = makeMeasures(measures, words);
    panel.parts.measures.replaceChildren(panel.measures.list);
  }
  panel.parts.controls.dataset.count = String(controls.length - folded);
  panel.parts.measures.hidden = !measures.length || !panel.message.chart;
  place(panel);
  makeTools(panel, tools);
};

/** @param {Panels.Panel} panel */
const drawCover = (panel) => {
  const { cover: box, controls } = panel.parts;
  const { cover, plot } = panel.message;
  const open = make('button', '', cover?.button);
  open.type = 'button';
  open.onclick = () => act(panel, 'unveil');
  const room = `${roomFor(box, [controls])}px`;
  box.style.minHeight = room;
  box.style.setProperty('--room', room);
  box.toggleAttribute('data-plot', Boolean(plot));
  const key = JSON.stringify([plot, cover]);
  if (box.dataset.built === key) return; // what was drawn so far stays
  box.dataset.built = key;
  if (plot) box.replaceChildren(makePlot(plot, (curve) => tellCurve(panel, curve), open));
  else box.replaceChildren(make('p', '', cover?.text), open);
};

// Two runs stand in one picture where their view allows it, the kept one in grey; else side by side.
/** @param {Panels.Panel} panel @param {Charts.Message} message @returns {Charts.Message} */
const inOne = (panel, message) => {
  if (!canOverlay(message.pictures)) return message;
  const { words } = panel.message;
  return { ...message, pictures: message.pictures.slice(1), tables: message.tables.slice(1), labels: [words.overlay] };
};

/** @param {Panels.Panel} panel @param {boolean} isNew */
const drawChart = (panel, isNew) => {
  const { chart: message } = panel.message;
  const { chart: node, cover: box, controls } = panel.parts;
  node.hidden = !message;
  box.hidden = Boolean(message);
  if (!message) {
    drawCover(panel);
    return;
  }
  const chart = panel.chart ?? chartIn(node);
  const before = chart.message ? asSeen(chart) : null;
  panel.chart = chart;
  panel.moving = null;
  chart.mark = markOf(panel);
  besides(chart, controls);
  const shown = inOne(panel, message);
  if (isNew) haunt(panel, message, shown);
  show(chart, isNew ? shown : null, readLook(panel.root));
  if (isNew) panel.settled = asSeen(chart);
  if (before && isNew && !panel.moved.size) leadOver(chart, before);
};

/** @param {Panels.Panel} panel @param {Panels.Message} message */
const take = (panel, message) => {
  const before = panel.message;
  panel.message = message;
  fit(panel);
  if (!isUpToDate(panel, message.heard)) {
    panel.message = { ...message, chart: message.chart && before.chart }; // what stands there is newer
    return false;
  }
  for (const control of message.controls) {
    if (panel.held !== control.name) panel.shown.get(control.name)?.set(control);
  }
  const { measures } = message;
  panel.measures?.say(Object.fromEntries(measures.map(({ name, value }) => [name, value])), measures);
  return true;
};

/** @param {Panels.Panel} panel */
const awaitHand = (panel) => {
  const [first] = panel.message.controls;
  if (!first || !panel.message.sweep) return;
  setTimeout(() => {
    const isSeen = panel.root.isConnected && panel.root.checkVisibility?.({ visibilityProperty: true });
    if (isSeen) prepare(panel, first.name);
  }, SOON);
};

/** @param {Component<Uint8Array>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const text = new TextDecoder().decode(data);
  const message = /** @type {Panels.Message} */ (JSON.parse(text));
  const isFirst = !panels.has(root);
  const panel = panels.get(root) ?? build(root, message);
  panel.send = setTriggerValue;
  const look = readLook(parentElement).name ?? '';
  if (text !== panel.text || look !== panel.look) {
    const isNew = text !== panel.text && take(panel, message);
    Object.assign(panel, { text, look });
    drawChart(panel, isNew);
    if (isNew && panel.held === null) {
      panel.moved.clear();
      panel.follow = null;
    }
    if (isFirst) awaitHand(panel);
    join(panel);
  }
  return () => {
    if (root.isConnected) return;
    if (panel.chart) takeDown(panel.chart);
    panel.parts.controls.remove();
    panel.parts.measures.remove();
  };
}
