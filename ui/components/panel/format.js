// Numbers as Python writes them (`,.1f`, `+.0%`, `.0e`), so that what moves under a hand is written as what is sent.
const SPEC = /^(\+?)(,?)\.(\d+)([f%e])$/;
const EXACT = 100; // so many digits show every double exactly, as far as a tie goes

// Half to even, as Python does; JavaScript takes the larger of two that are equally near.
/** @param {number} size @param {number} digits */
const fixed = (size, digits) => {
  const [, rest = ''] = size.toFixed(EXACT).split('.');
  const isTie = /^50*$/.test(rest.slice(digits));
  const text = size.toFixed(digits);
  if (!isTie || Number(text.at(-1)) % 2 === 0) return text;
  return (size - 0.5 * 10 ** -digits).toFixed(digits);
};

/** @param {string} text */
const grouped = (text) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** @param {number} size @param {number} digits */
const exponential = (size, digits) => size.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');

// A dash where there is no number; a spec that is not known leaves two digits.
/** @param {number | null} value @param {string} spec */
export const write = (value, spec) => {
  if (value === null || !Number.isFinite(value)) return '–';
  const [, plus, group, count, kind] = SPEC.exec(spec) ?? ['', '', '', '2', 'f'];
  const digits = Number(count);
  const size = Math.abs(kind === '%' ? value * 100 : value);
  const bare = kind === 'e' ? exponential(size, digits) : fixed(size, digits);
  const sign = value < 0 || Object.is(value, -0) ? '−' : plus;
  return `${sign}${group ? grouped(bare) : bare}${kind === '%' ? '%' : ''}`;
};

// By how much a number differs from another, always with its sign: percentages in points, which `points` names.
/** @param {number | null} value @param {number | null} other @param {string} spec @param {string} points */
export const difference = (value, other, spec, points) => {
  if (value === null || other === null) return '';
  const isShare = spec.endsWith('%');
  const bare = isShare ? spec.replace('%', 'f') : spec;
  const by = (value - other) * (isShare ? 100 : 1);
  const text = write(by, `+${bare.replace('+', '')}`);
  if (!/[1-9]/.test(text)) return '=';
  return isShare ? points.replace('{n}', text) : text;
};
