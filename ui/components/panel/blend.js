// Between two pictures: what are numbers in both is interpolated, all else is as in the nearer one, and so are colours,
// of which a number is the name.
/** @param {any} value */
const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** @type {(one: any, other: any, share: number) => any} */
export const blend = (one, other, share) => {
  if (typeof one === 'number' && typeof other === 'number') return one + (other - one) * share;
  const nearer = share < 0.5 ? one : other;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length ? one.map((inner, k) => blend(inner, other[k], share)) : nearer;
  }
  if (!isPlain(one) || !isPlain(other) || one.type !== other.type) return nearer;
  return Object.fromEntries(Object.entries(nearer).map(([name, inner]) => [
    name, name !== 'color' && name in one && name in other ? blend(one[name], other[name], share) : inner,
  ]));
};

// A picture at one moment without the others, so that it can stand between two.
/** @param {Charts.Picture} picture @param {Plotly.Part[]} data @param {string} [caption] @returns {Charts.Picture} */
export const still = (picture, data, caption) => ({
  data, layout: picture.layout, alt: picture.alt, start: 0, frames: [], caption,
});

/** @param {Charts.Picture} one @param {Charts.Picture} other @param {number} share @returns {Charts.Picture} */
export const between = (one, other, share) => {
  const nearer = share < 0.5 ? one : other;
  const isAlike = one.data.length === other.data.length;
  return still(
    { ...nearer, layout: blend(one.layout, other.layout, share) },
    isAlike ? blend(one.data, other.data, share) : nearer.data,
    nearer.caption,
  );
};
