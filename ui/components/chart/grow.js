// The same picture for a hall: words, dots, lines and the room around them grow with the words of the page.
const LENGTHS = new Set(['size', 'standoff', 'xshift', 'yshift', 'ax', 'ay', 'borderpad', 'thickness', 'ticklen', 'pad']);
const BOXES = new Set(['margin']);
const STROKES = new Set(['line', 'error_x', 'error_y']);

const times = (value, scale) => {
  if (typeof value === 'number') return value * scale;
  return Array.isArray(value) ? value.map((one) => times(one, scale)) : value;
};

const isNumbers = (value) => Array.isArray(value) && typeof (value.find((one) => one !== null) ?? '') !== 'object';

export const grow = (value, scale, parent = '') => {
  if (scale === 1 || value === null || typeof value !== 'object' || isNumbers(value)) return value;
  if (Array.isArray(value)) return value.map((one) => grow(one, scale, parent));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => {
    const grows = LENGTHS.has(name) || BOXES.has(parent) || (STROKES.has(parent) && name === 'width');
    return [name, grows && (typeof inner === 'number' || isNumbers(inner)) ? times(inner, scale) : grow(inner, scale, name)];
  }));
};
