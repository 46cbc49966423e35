// A curve that a hand draws: at each point of the plot a value, or none yet.
/** @typedef {(number | null)[]} Values */

/** @param {number} count @returns {Values} */
export const empty = (count) => Array.from({ length: count }, () => null);

/** @param {number} value @param {Panels.Plot} plot */
export const within = (value, { low, high }) => Math.min(high, Math.max(low, value));

// Which point of the plot lies nearest to a place between 0 (left) and 1 (right).
/** @param {number} share @param {number[]} at */
export const nearest = (share, at) => {
  const x = at[0] + share * (at[at.length - 1] - at[0]);
  let best = 0;
  at.forEach((one, k) => { if (Math.abs(one - x) < Math.abs(at[best] - x)) best = k; });
  return best;
};

// A stroke from one place to another sets every point between them, so that a quick hand leaves no gap.
/** @param {Values} values @param {[number, number]} from @param {[number, number]} to @returns {Values} */
export const stroke = (values, [k, y], [to, end]) => values.map((value, n) => {
  if (n < Math.min(k, to) || n > Math.max(k, to)) return value;
  return k === to ? end : y + ((end - y) * (n - k)) / (to - k);
});

// What a key does to a point; a point without a value begins where the last one before it stands.
/** @param {Values} values @param {number} k @param {string} key @param {Panels.Plot} plot @returns {Values} */
export const nudged = (values, k, key, plot) => {
  const step = (plot.high - plot.low) / 40;
  const ends = { Home: plot.low, End: plot.high };
  const by = { ArrowUp: step, ArrowDown: -step, PageUp: 5 * step, PageDown: -5 * step };
  const before = values.slice(0, k).findLast((value) => value !== null) ?? (plot.low + plot.high) / 2;
  const now = values[k] ?? before;
  const next = key in ends ? ends[/** @type {'Home'} */ (key)] : now + (by[/** @type {'PageUp'} */ (key)] ?? 0);
  return values.map((value, n) => (n === k ? within(next, plot) : value));
};

/** @param {Values} values */
export const missing = (values) => values.filter((value) => value === null).length;

// Values that the record takes: no more digits than a hand can mean.
/** @param {Values} values @param {Panels.Plot} plot */
export const told = (values, plot) => values.map((value) => within(Number((value ?? plot.low).toPrecision(4)), plot));
