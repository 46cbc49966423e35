// The chart: one node for one picture, kept as long as it is on the page; only its data move.
import { make } from './node.js';
import { stripUnder, topOf } from '../place.js';
import { SLOT } from '../selectors.js';
import { tracesAt } from './moment.js';
import { dress, readLook, recolour, scaleOf } from './look.js';
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

/** @param {Charts.Shown} one */
const isOutOfPlace = (one) => Boolean(one.plot.clientWidth)
  && (one.plot.clientWidth !== one.width
    || (one.top !== null && Math.abs(topOf(one.plot) - one.top) + Math.abs(stripUnder(one.plot) - one.under) > 1));

// On a slide what stands above a chart may come to its size after it.
/** @param {Charts.Chart} chart */
const watch = (chart) => {
  chart.observer = new ResizeObserver(() => { if (chart.shown.some((one) => isOutOfPlace(one))) draw(chart); });
  const slide = chart.root.closest(SLOT);
  /** @type {HTMLElement | null} */
  let part = chart.root;
  for (; part && part !== slide; part = slide && part.parentElement) chart.observer.observe(part);
};

/** @param {HTMLElement} root */
const build = (root) => {
  /** @type {Charts.Chart} */
  const chart = /** @type {any} */ (
    { root, shown: [], moment: null, playing: false, asTable: false, text: '', look: null }
  );
  chart.pictures = make('div', 'lab-chart__pictures');
  chart.bar = makeBar(chart, draw);
  root.append(chart.pictures, chart.bar.node);
  watch(chart);
  chart.onResize = () => {
    if (!chart.message?.share) return;
    chart.look = readLook(root);
    chart.below = 0;
    draw(chart);
  };
  window.addEventListener('resize', chart.onResize);
  charts.set(root, chart);
  return chart;
};

/** @param {Charts.Chart} chart */
const takeDown = (chart) => {
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
  const traces = tracesAt(picture, chart.moment ?? 0);
  const { height, share } = chart.message;
  one.top = share ? topOf(one.plot) : null;
  one.under = share ? stripUnder(one.plot) : 0;
  const place = share && { top: one.top, below: roomBelow(chart) + one.under };
  const isBeside = chart.message.pictures.length > 1;
  const dressed = dress(layout, chart.look, { width, height, share, isBeside, ...place });
  const large = share ? grown(traces, scaleOf(chart.look.rem, share, isBeside)) : traces;
  window.Plotly.react(one.plot, recolour(large, chart.look), recolour(dressed, chart.look), CONFIG);
};

/** @param {Charts.Chart} chart */
function draw(chart) {
  if (!window.Plotly) return;
  const { pictures, tables } = chart.message;
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

/** @param {Charts.Chart} chart @param {string} text */
const take = (chart, text) => {
  chart.text = text;
  chart.message = JSON.parse(text);
  const { pictures, labels } = chart.message;
  fit(chart, pictures.length);
  chart.shown.forEach((one, k) => { one.caption.textContent = labels[k] ?? ''; });
  const last = Math.max(...pictures.map((picture) => picture.frames.length)) - 1;
  chart.moment = last < 0 ? null : Math.min(chart.moment ?? pictures[0].start, last);
  if (chart.moment === null) setPlaying(chart, false);
};

/** @param {Component<Uint8Array>} component */
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const chart = charts.get(root) ?? build(root);
  const text = new TextDecoder().decode(data);
  const look = readLook(parentElement);
  if (text !== chart.text || look.name !== chart.look.name) {
    chart.look = look;
    if (text !== chart.text) take(chart, text);
    if (window.Plotly) draw(chart);
    else start(chart);
  }
  return () => { if (!root.isConnected) takeDown(chart); };
}
