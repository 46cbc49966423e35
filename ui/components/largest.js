// The largest size at which something fits, found by halving what is left between the least and the most.

/** @type {(least: number, most: number, turns: number, fits: (size: number) => boolean) => number} */
export const largest = (least, most, turns, fits) => {
  let [low, high] = [least, most];
  for (let turn = 0; turn < turns; turn += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
};
