// The shown traces as a table, built from text and never from markup.
import { make } from './node.js';

const MOST = 500;
const KINDS = { f8: Float64Array, f4: Float32Array, i4: Int32Array, i2: Int16Array, i1: Int8Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array };

// A column as Plotly takes it: a list, or numbers packed in base64.
const column = (values) => {
  if (Array.isArray(values)) return values;
  if (!values?.bdata) return [];
  const bytes = Uint8Array.from(atob(values.bdata), (letter) => letter.charCodeAt(0));
  return Array.from(new KINDS[values.dtype](bytes.buffer));
};

const plain = (text) => String(text ?? '').replace(/<br\s*\/?>/gi, ' ').replace(/<[^>]*>/g, '').trim();

const write = (value, language) => {
  if (typeof value !== 'number') return plain(value);
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 5, useGrouping: false }).format(value);
};

const cell = (tag, value, language) => {
  const node = make(tag, '', write(value, language));
  if (typeof value !== 'number') node.dataset.word = '';
  if (tag === 'th') node.scope = 'col';
  return node;
};

const titleOf = (axis) => plain(typeof axis?.title === 'string' ? axis.title : axis?.title?.text);

const axisOf = (layout, name, letter) => layout[`${letter}axis${String(name ?? '').slice(1)}`];

const same = (a, b) => a.length === b.length && a.every((value, k) => value === b[k]);

// Traces that share their x stand side by side; the others follow with the name of their series.
const columnsOf = (traces, layout, words) => {
  const shown = traces
    .filter((trace) => trace.visible !== false && trace.visible !== 'legendonly')
    .map((trace, k) => ({ trace, x: column(trace.x), y: column(trace.y), name: plain(trace.name) || `${words.series} ${k + 1}` }))
    .filter(({ x, y }) => x.length || y.length);
  if (!shown.length) return { heads: [], rows: [] };
  const first = shown[0];
  const across = titleOf(axisOf(layout, first.trace.xaxis, 'x')) || 'x';
  if (shown.every(({ x, y }) => y.length && same(x, first.x))) {
    return { heads: [across, ...shown.map(({ name }) => name)], rows: first.x.map((x, r) => [x, ...shown.map(({ y }) => y[r])]) };
  }
  const up = titleOf(axisOf(layout, first.trace.yaxis, 'y')) || 'y';
  const rows = shown.flatMap(({ x, y, name }) => (x.length ? x : y).map((_, r) => [name, x[r] ?? r + 1, y[r]]));
  return { heads: [words.series, across, up], rows };
};

export const fillTable = (one, traces, picture, chart) => {
  const { words, language, height } = chart.message;
  const { heads, rows } = columnsOf(traces, picture.layout, words);
  const table = make('table');
  const head = table.createTHead().insertRow();
  head.append(...heads.map((title) => cell('th', title, language)));
  heads.forEach((_, k) => { if (rows.length && typeof rows[0][k] === 'number') delete head.cells[k].dataset.word; });
  const body = table.createTBody();
  for (const row of rows.slice(0, MOST)) {
    body.insertRow().append(...row.map((value) => cell('td', value, language)));
  }
  one.table.style.maxHeight = `${height}px`;
  one.table.setAttribute('aria-label', picture.alt);
  one.table.setAttribute('role', 'region');
  one.table.replaceChildren(table);
  if (rows.length > MOST) {
    const note = words.rows_left.replace('{shown}', MOST).replace('{all}', rows.length);
    one.table.append(make('p', 'lab-chart__more', note));
  }
};
