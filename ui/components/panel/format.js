// Numbers as Python writes them (`,.1f`, `+.0%`, `.0e`), so that what moves under a hand is written as what is sent.
const SPEC = /^(\+?)(,?)\.(\d+)([f%e])$/;
const EXACT = 100; // so many digits show every double exactly, as far as a tie goes

// Half to even, as Python does; JavaScript takes the larger of two that are equally near.
/** @param {string} exact @param {string} text @param {number} digits */
const halfToEven = (exact, text, digits) => {
  const [whole, rest] = exact.split('.');
  if (!/^50*$/.test(rest.slice(digits)) || Number(text.at(-1)) % 2 === 0) return text;
  return digits ? `${whole}.${rest.slice(0, digits)}` : whole;
};

/** @param {number} size @param {number} digits */
const fixed = (size, digits) => halfToEven(size.toFixed(EXACT), size.toFixed(digits), digits);

/** @param {string} text */
const grouped = (text) => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** @param {number} size @param {number} digits */
const exponential = (size, digits) => {
  const [exact, [text, power]] = [EXACT, digits].map((many) => size.toExponential(many).split('e'));
  return `${halfToEven(exact[0], text, digits)}e${power.replace(/^([+-])(\d)$/, '$10$2').replace('-', '−')}`;
};

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
