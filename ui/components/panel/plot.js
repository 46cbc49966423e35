// The empty plot in the place of a covered run: a curve is drawn over it with a mouse, a finger or the keyboard.
import { make } from '../chart/node.js';
import { empty, missing, nearest, nudged, stroke, told, within } from './curve.js';
import { write } from './format.js';
import { read } from './number.js';

const SVG = 'http://www.w3.org/2000/svg';
const PHONE = 640; // px; there the plot is drawn in fewer units, so that its words can be read
const HIGH = 320;
const BOX = { right: 12, top: 12, bottom: 44 };
const LETTER = 7.5;
const KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);
const ACROSS = { ArrowRight: 1, ArrowLeft: -1 };
/** @typedef {import('./curve.js').Values} Values */

/** @param {string} tag @param {Record<string, string | number>} given @param {string} [text] */
const shape = (tag, given, text = '') => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) node.setAttribute(name, String(value));
  node.textContent = text;
  return node;
};

const wide = () => (window.innerWidth <= PHONE ? 380 : 640);

// Numbers and the name of the axis have room beside it.
/** @param {Panels.Plot} plot */
const leftOf = ({ low, high, format }) => (
  32 + LETTER * Math.max(...[low, high, (low + high) / 2].map((end) => write(end, format).length))
);

/** @param {Panels.Plot} plot */
const breadth = (plot) => wide() - leftOf(plot) - BOX.right;

/** @param {number} x @param {Panels.Plot} plot */
const acrossOf = (x, plot) => {
  const [from, to] = [plot.at[0], plot.at[plot.at.length - 1]];
  return leftOf(plot) + ((x - from) / (to - from || 1)) * breadth(plot);
};

/** @param {number} y @param {Panels.Plot} plot */
const upOf = (y, { low, high }) => BOX.top + ((high - y) / (high - low)) * (HIGH - BOX.top - BOX.bottom);

// Lines of the grid with their numbers, and what the axes are called.
/** @param {Panels.Plot} plot */
const grid = (plot) => {
  const { at, low, high } = plot;
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => low + share * (high - low));
  const every = Math.max(1, Math.ceil(at.length / (wide() > 400 ? 8 : 5)));
  const left = leftOf(plot);
  const middle = { x: left + breadth(plot) / 2, y: HIGH - 6 };
  return [
    ...rows.flatMap((y) => [
      shape('line', { class: 'grid', x1: left, x2: wide() - BOX.right, y1: upOf(y, plot), y2: upOf(y, plot) }),
      shape('text', { x: left - 6, y: upOf(y, plot) + 4, 'text-anchor': 'end' }, write(y, plot.format)),
    ]),
    ...at.filter((_, k) => k % every === 0).map((x) => (
      shape('text', { x: acrossOf(x, plot), y: HIGH - 26, 'text-anchor': 'middle' }, write(x, plot.along))
    )),
    shape('text', { ...middle, 'text-anchor': 'middle', class: 'name' }, plot.over),
    shape('text', {
      'text-anchor': 'middle', class: 'name',
      transform: `translate(14 ${(HIGH - BOX.bottom + BOX.top) / 2}) rotate(-90)`,
    }, plot.of),
  ];
};

/** @param {Panels.Plot} plot @param {number} k */
const nameOf = ({ words, over, of, at, along }, k) => words.point
  .replace('{of}', of).replace('{over}', over).replace('{at}', write(at[k], along));

/**
 * What stands on the page of a curve that is being drawn, and how it is changed.
 * @typedef {{
 *   plot: Panels.Plot, values: Values, line: Element, dots: SVGElement[], fields: HTMLInputElement[],
 *   left: HTMLElement, done: HTMLButtonElement,
 * }} Drawing
 */

/** @param {Drawing} drawing */
const sayPoints = ({ plot, values, dots, fields }) => values.forEach((value, k) => {
  const [dot, text] = [dots[k], value === null ? '' : write(value, plot.format)];
  if (value !== null) dot.setAttribute('cy', String(upOf(value, plot)));
  dot.toggleAttribute('data-set', value !== null);
  dot.setAttribute('aria-valuenow', String(value ?? (plot.low + plot.high) / 2));
  dot.setAttribute('aria-valuetext', text || plot.words.none);
  fields[k].value = text;
});

/** @param {Drawing} drawing @param {Values} values */
const change = (drawing, values) => {
  const { plot, line, left, done } = drawing;
  drawing.values = values;
  line.setAttribute('d', values.map((value, k) => (value === null ? '' : [
    k && values[k - 1] !== null ? 'L' : 'M', acrossOf(plot.at[k], plot), ' ', upOf(value, plot),
  ].join(''))).join(''));
  sayPoints(drawing);
  const count = missing(values);
  done.disabled = count > 0;
  left.textContent = count ? plot.words.left.replace('{n}', String(count)) : '';
};

// A mouse or a finger draws from point to point.
/** @param {Element} svg @param {Drawing} drawing */
const listenToHand = (svg, drawing) => {
  const { plot } = drawing;
  /** @type {[number, number] | null} */
  let last = null;
  /** @param {Event} event @returns {[number, number]} */
  const placeOf = (event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * wide();
    const up = (((clientY - box.top) / box.height) * HIGH - BOX.top) / (HIGH - BOX.top - BOX.bottom);
    const k = nearest((x - leftOf(plot)) / breadth(plot), plot.at);
    return [k, within(plot.high - up * (plot.high - plot.low), plot)];
  };
  svg.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    svg.setPointerCapture?.(/** @type {PointerEvent} */ (event).pointerId);
    last = placeOf(event);
    change(drawing, stroke(drawing.values, last, last));
  });
  svg.addEventListener('pointermove', (event) => {
    if (!last) return;
    const place = placeOf(event);
    change(drawing, stroke(drawing.values, last, place));
    last = place;
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { last = null; });
};

// Each point is a slider: up and down move it, left and right lead to its neighbours.
/** @param {Drawing} drawing */
const listenToKeys = (drawing) => {
  const { dots, plot } = drawing;
  dots.forEach((dot, k) => dot.addEventListener('keydown', (event) => {
    const { key } = event;
    if (!KEYS.has(key) && !(key in ACROSS)) return;
    event.preventDefault();
    event.stopPropagation(); // the arrows of the page turn its steps
    const to = dots[k + (ACROSS[/** @type {'ArrowLeft'} */ (key)] ?? 0)];
    if (KEYS.has(key)) change(drawing, nudged(drawing.values, k, key, plot));
    else if (to) {
      dots.forEach((one) => one.setAttribute('tabindex', one === to ? '0' : '-1'));
      to.focus();
    }
  }));
};

// The same points as fields for numbers, for who would rather type.
/** @param {Drawing} drawing */
const tableOf = (drawing) => {
  const { fields, plot } = drawing;
  const table = make('details', 'lab-plot__numbers');
  const cells = make('div', 'lab-plot__cells');
  fields.forEach((field, k) => {
    const cell = make('label', '', write(plot.at[k], plot.along));
    field.type = 'text';
    field.inputMode = 'decimal';
    field.setAttribute('aria-label', nameOf(plot, k));
    field.onchange = () => {
      const typed = read(field.value, plot.format);
      const value = typed === null ? null : within(typed, plot);
      change(drawing, drawing.values.map((old, n) => (n === k ? value : old)));
    };
    cell.append(field);
    cells.append(cell);
  });
  table.append(make('summary', '', plot.words.numbers), cells);
  return table;
};

/** @param {Panels.Plot} plot @returns {Drawing} */
const begin = (plot) => ({
  plot,
  values: empty(plot.at.length),
  line: shape('path', { class: 'line' }),
  dots: plot.at.map((x, k) => shape('circle', {
    r: 9, cx: acrossOf(x, plot), cy: upOf((plot.low + plot.high) / 2, plot), role: 'slider',
    tabindex: k ? -1 : 0, 'aria-orientation': 'vertical', 'aria-valuemin': plot.low, 'aria-valuemax': plot.high,
    'aria-label': nameOf(plot, k),
  })),
  fields: plot.at.map(() => make('input')),
  left: make('p', 'lab-plot__left'),
  done: make('button', 'lab-plot__send', plot.words.send),
});

// The plot with its buttons; `send` is called with the curve once it is whole and its reader is content. `skip` is the
// way past it.
/** @param {Panels.Plot} plot @param {(curve: number[]) => void} send @param {HTMLElement} skip */
export const makePlot = (plot, send, skip) => {
  const { words } = plot;
  const drawing = begin(plot);
  const { line, dots, left, done } = drawing;
  const node = make('div', 'lab-plot');
  const row = make('div', 'lab-plot__row');
  const svg = shape('svg', { viewBox: `0 0 ${wide()} ${HIGH}`, role: 'group', 'aria-label': words.draw });
  const again = make('button', '', words.clear);
  left.setAttribute('role', 'status');
  done.type = again.type = 'button';
  done.onclick = () => send(told(drawing.values, plot));
  again.onclick = () => change(drawing, empty(plot.at.length));
  svg.append(...grid(plot), line, ...dots);
  skip.classList.add('lab-plot__skip');
  row.append(done, again, left, skip);
  listenToHand(svg, drawing);
  listenToKeys(drawing);
  node.append(make('p', 'lab-plot__say', `${words.draw} ${words.keys}`), svg, row, tableOf(drawing));
  change(drawing, drawing.values);
  return node;
};
