// Two charts side by side are compared by eye, so an axis that both have reaches equally far in both.
const isAxis = (name) => /^[xy]axis\d*$/.test(name);

const isRange = (range) => Array.isArray(range) && range.length === 2 && range.every(Number.isFinite);

const together = (ranges) => {
  const rises = ranges.map(([from, to]) => from <= to);
  if (!ranges.every(isRange) || rises.some((one) => one !== rises[0])) return null;
  const ends = ranges.flat();
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return rises[0] ? [low, high] : [high, low];
};

// The layouts with common ranges; the given ones are left as they are.
export const onOneScale = (layouts) => {
  if (layouts.length < 2) return layouts;
  const shared = Object.keys(layouts[0]).filter((name) => isAxis(name) && layouts.every((layout) => layout[name]?.range));
  const ranges = shared.map((name) => [name, together(layouts.map((layout) => layout[name].range))]).filter(([, range]) => range);
  return layouts.map((layout) => ({
    ...layout,
    ...Object.fromEntries(ranges.map(([name, range]) => [name, { ...layout[name], range }])),
  }));
};
