// Two charts side by side are compared by eye, so an axis that both have reaches equally far in both.
/** @param {string} name */
const isAxis = (name) => /^[xy]axis\d*$/.test(name);

/** @param {any} range */
const isRange = (range) => Array.isArray(range) && range.length === 2 && range.every(Number.isFinite);

/** @param {any[]} ranges */
const together = (ranges) => {
  const rises = ranges.map(([from, to]) => from <= to);
  if (!ranges.every(isRange) || rises.some((one) => one !== rises[0])) return null;
  const ends = ranges.flat();
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return rises[0] ? [low, high] : [high, low];
};

// The layouts with common ranges; the given ones are left as they are.
/** @param {Plotly.Part[]} layouts */
export const onOneScale = (layouts) => {
  if (layouts.length < 2) return layouts;
  const axes = Object.keys(layouts[0]).filter(isAxis);
  const shared = axes.filter((name) => layouts.every((layout) => layout[name]?.range));
  const ranges = shared.flatMap((name) => {
    const range = together(layouts.map((layout) => layout[name].range));
    return range ? [{ name, range }] : [];
  });
  return layouts.map((layout) => ({
    ...layout,
    ...Object.fromEntries(ranges.map(({ name, range }) => [name, { ...layout[name], range }])),
  }));
};
