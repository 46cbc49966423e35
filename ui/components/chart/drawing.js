// Draws a chart: one node for one picture, kept as long as it is on the page; only its data move.
import { make } from './node.js';
import { stripUnder, topOf } from '../place.js';
import { SLOT } from '../selectors.js';
import { tracesAt } from './moment.js';
import { dress, readLook, recolour, scaleOf } from './look.js';
import { roomFor } from './fill.js';
import { grown } from './grow.js';
import { onOneScale } from './scale.js';
import { makeBar, sayMoment, setPlaying } from './play.js';
import { fillTable } from './table.js';
import { loadPlotly } from './script.js';

const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showTips: false };
/** @type {WeakMap<HTMLElement, Charts.Chart>} */
const charts = new WeakMap();

const makePicture = () => {
  const figure = make('figure');
  const caption = make('figcaption');
  const plot = make('div', 'lab-chart__plot');
  const table = make('div', 'lab-chart__table');
  const wait = make('div', 'lab-chart__wait');
  plot.setAttribute('role', 'img');
  table.hidden = true;
  table.tabIndex = 0;
  figure.append(caption, plot, table, wait);
  return { figure, caption, plot, table, wait, width: 0, top: null, under: 0 };
};

/** @param {Charts.Chart} chart @param {Charts.Shown} one */
const heightOf = (chart, one) => roomFor(one.plot, [chart.bar.node, ...(chart.beside ?? [])]);

/** @param {Charts.Chart} chart @param {Charts.Shown} one */
const isOutOfPlace = (chart, one) => Boolean(one.plot.clientWidth)
  && (one.plot.clientWidth !== one.width
    || (chart.message.fill && Math.abs(heightOf(chart, one) - (one.height ?? 0)) > 1)
    || (one.top !== null && Math.abs(topOf(one.plot) - one.top) + Math.abs(stripUnder(one.plot) - one.under) > 1));

// On a slide what stands above a chart may come to its size after it.
/** @param {Charts.Chart} chart */
const watch = (chart) => {
  chart.observer = new ResizeObserver(() => { if (chart.shown.some((one) => isOutOfPlace(chart, one))) draw(chart); });
  const slide = chart.root.closest(SLOT);
  /** @type {HTMLElement | null} */
  let part = chart.root;
  for (; part && part !== slide; part = slide && part.parentElement) chart.observer.observe(part);
};

/** @param {HTMLElement} root */
const build = (root) => {
  /** @type {Charts.Chart} */
  const chart = /** @type {any} */ (
    { root, shown: [], moment: null, playing: false, asTable: false, look: null, over: null, ghost: null, mark: null }
  );
  chart.pictures = make('div', 'lab-chart__pictures');
  chart.bar = makeBar(chart, draw);
  root.append(chart.pictures, chart.bar.node);
  watch(chart);
  chart.onResize = () => {
    if (!chart.message?.share && !chart.message?.fill) return;
    chart.look = readLook(root);
    chart.below = 0;
    draw(chart);
  };
  window.addEventListener('resize', chart.onResize);
  charts.set(root, chart);
  return chart;
};

/** @param {Charts.Chart} chart */
export const takeDown = (chart) => {
  chart.observer.disconnect();
  window.removeEventListener('resize', chart.onResize);
  setPlaying(chart, false);
  chart.shown.forEach((one) => window.Plotly?.purge(one.plot));
};

// As many nodes as pictures; those that are there stay.
/** @param {Charts.Chart} chart @param {number} count */
const fit = (chart, count) => {
  while (chart.shown.length < count) {
    const one = makePicture();
    chart.shown.push(one);
    chart.pictures.append(one.figure);
  }
  for (const one of chart.shown.splice(count)) {
    window.Plotly?.purge(one.plot);
    one.figure.remove();
  }
  chart.pictures.dataset.count = String(count);
};

// How high the bar has been so far: its caption changes while a chart plays, and the chart should not.
/** @param {Charts.Chart} chart */
const roomBelow = (chart) => {
  chart.below = Math.max(chart.below ?? 0, chart.bar.node.offsetHeight);
  return chart.below;
};

/**
 * @param {Charts.Chart} chart
 * @param {Charts.Shown} one
 * @param {Charts.Picture} picture
 * @param {Plotly.Part} layout
 * @param {string} address
 */
const drawOne = (chart, one, picture, layout, address) => {
  one.table.hidden = !chart.asTable;
  one.plot.hidden = chart.asTable;
  one.plot.setAttribute('aria-label', picture.alt);
  if (chart.asTable) {
    fillTable(one, address, picture, chart);
    return;
  }
  const width = one.plot.clientWidth;
  if (!width || !window.Plotly) return; // out of sight; the observer calls again
  one.width = width;
  const hasGhost = chart.ghost?.moment === chart.moment && one === chart.shown.at(-1);
  const marked = (one === chart.shown.at(-1) && chart.mark?.(layout, chart.look)) || { layout, traces: [] };
  const ghost = (hasGhost && chart.ghost?.traces) || [];
  const traces = [...ghost, ...marked.traces, ...tracesAt(picture, chart.moment ?? 0)];
  const { share, fill } = chart.message;
  const height = fill ? heightOf(chart, one) : chart.message.height;
  one.height = height;
  one.top = share ? topOf(one.plot) : null;
  one.under = share ? stripUnder(one.plot) : 0;
  const place = share && { top: one.top, below: roomBelow(chart) + one.under };
  const isBeside = chart.message.pictures.length > 1;
  const given = fill ? { ...marked.layout, height } : marked.layout;
  const dressed = dress(given, chart.look, { width, height, share, isBeside, ...place });
  const large = share ? grown(traces, scaleOf(chart.look.rem, share)) : traces;
  window.Plotly.react(one.plot, recolour(large, chart.look), recolour(dressed, chart.look), CONFIG);
};

// What is to be seen now: the pictures that were sent, or those that stand over them while something moves.
/** @param {Charts.Chart} chart */
export const seen = (chart) => chart.message.pictures.map((picture, k) => chart.over?.[k] ?? picture);

/** @param {Charts.Chart} chart */
export function draw(chart) {
  if (!window.Plotly) return;
  const { tables } = chart.message;
  const pictures = seen(chart);
  const layouts = onOneScale(pictures.map((picture) => picture.layout));
  sayMoment(chart);
  pictures.forEach((picture, k) => drawOne(chart, chart.shown[k], picture, layouts[k], tables[k]));
  if (!chart.playing) window.labRest?.stir();
  chart.root.removeAttribute('aria-busy');
}

/** @param {Charts.Chart} chart @param {string} text @param {boolean} [retry] */
const sayWait = (chart, text, retry) => {
  for (const one of chart.shown) {
    one.wait.replaceChildren(...(text ? [make('span', '', text)] : []));
    one.wait.hidden = !text;
    one.plot.style.minHeight = text ? `${chart.message.height}px` : '';
    if (retry) {
      const again = make('button', '', chart.message.words.retry);
      again.type = 'button';
      again.onclick = () => start(chart);
      one.wait.append(again);
    }
  }
};

/** @param {Charts.Chart} chart */
const start = async (chart) => {
  const { words, plotly } = chart.message;
  chart.root.setAttribute('aria-busy', 'true');
  sayWait(chart, words.loading);
  try {
    await loadPlotly(plotly);
  } catch {
    sayWait(chart, words.failed, true);
    chart.root.removeAttribute('aria-busy'); // nothing more comes unless somebody asks
    return;
  }
  sayWait(chart, '');
  draw(chart);
};

/** @param {Charts.Chart} chart @param {Charts.Message} message */
const take = (chart, message) => {
  chart.message = message;
  chart.over = null;
  const { pictures, labels } = message;
  fit(chart, pictures.length);
  chart.shown.forEach((one, k) => { one.caption.textContent = labels[k] ?? ''; });
  const last = Math.max(...pictures.map((picture) => picture.frames.length)) - 1;
  chart.moment = last < 0 ? null : Math.min(chart.moment ?? pictures[0].start, last);
  if (chart.moment === null) setPlaying(chart, false);
};

// What has to be in sight with the chart: as it grows, the chart makes room for it.
/** @param {Charts.Chart} chart @param {HTMLElement} node */
export const besides = (chart, node) => {
  if (chart.beside?.includes(node)) return;
  chart.beside = [...(chart.beside ?? []), node];
  chart.observer.observe(node);
};

// The chart that stands in this node, made when it is first asked for.
/** @param {HTMLElement} root */
export const chartIn = (root) => charts.get(root) ?? build(root);

// Shows a message, or the one that is there in a new look.
/** @param {Charts.Chart} chart @param {Charts.Message | null} message @param {Charts.Look} look */
export const show = (chart, message, look) => {
  chart.look = look;
  if (message) take(chart, message);
  if (window.Plotly) draw(chart);
  else start(chart);
};
