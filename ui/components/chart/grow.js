// The same picture for a hall: words, dots, lines and the room around them grow with the words of the page.
const LENGTHS = new Set([
  'size', 'standoff', 'xshift', 'yshift', 'ax', 'ay', 'borderpad', 'thickness', 'ticklen', 'pad',
]);
const BOXES = new Set(['margin']);
const STROKES = new Set(['line', 'error_x', 'error_y']);

/** @type {(value: any, scale: number) => any} */
const times = (value, scale) => {
  if (typeof value === 'number') return value * scale;
  return Array.isArray(value) ? value.map((one) => times(one, scale)) : value;
};

/** @param {any} value */
const isNumbers = (value) => Array.isArray(value) && typeof (value.find((one) => one !== null) ?? '') !== 'object';

/** @type {(value: any, scale: number, parent?: string) => any} */
export const grow = (value, scale, parent = '') => {
  if (scale === 1 || value === null || typeof value !== 'object' || isNumbers(value)) return value;
  if (Array.isArray(value)) return value.map((one) => grow(one, scale, parent));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => {
    const grows = LENGTHS.has(name) || BOXES.has(parent) || (STROKES.has(parent) && name === 'width');
    const isSize = grows && (typeof inner === 'number' || isNumbers(inner));
    return [name, isSize ? times(inner, scale) : grow(inner, scale, name)];
  }));
};

// A number beside a bar is written as large as all other words, not squeezed into the height of its bar.
const BARS = new Set(['bar', 'waterfall', 'funnel']);

/** @param {Plotly.Part[]} traces @param {number} scale */
export const grown = (traces, scale) => traces.map((trace) => (
  grow(BARS.has(trace.type) ? { constraintext: 'none', ...trace } : trace, scale)
));
