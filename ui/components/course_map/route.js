// Where an arrow goes from one card to another: through the gaps between the cards, never over one.
/**
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {[number, number]} Point
 */

const HEAD = 22; // below the upper edge of a card: where its title is
const LANE = 11; // how far from a card an arrow runs
const NEAR = 40; // two cards with less between them are neighbours, with no heading between

/** @param {Box} box */
const middle = (box) => (box.left + box.right) / 2;

/** @param {Box} one @param {Box} other */
export const isInRowOf = (one, other) => Math.abs(one.top - other.top) < 8;

// Arrows leave a row below its highest card, each on a lane of its own: `floor` is where the row ends, `nth` counts.
/** @param {Box} from @param {Box} to @param {number} floor @param {number} nth @returns {Point[]} */
export const route = (from, to, floor, nth = 0) => {
  const under = floor + LANE - 6 + (nth % 4) * 4;
  if (isInRowOf(from, to)) {
    const gap = to.left - from.right;
    if (gap >= 0 && gap < NEAR) return [[from.right, to.top + HEAD], [to.left, to.top + HEAD]];
    const [start, end] = [middle(from), middle(to) - LANE];
    return [[start, from.bottom], [start, under], [end, under], [end, to.bottom]];
  }
  const isBelow = to.top - from.bottom >= 0 && to.top - from.bottom < NEAR && Math.abs(from.left - to.left) < 8;
  if (isBelow) return [[middle(from), from.bottom], [middle(from), to.top]];
  const [start, lane, into] = [middle(from) + LANE, to.left - LANE, to.top + HEAD];
  return [[start, from.bottom], [start, under], [lane, under], [lane, into], [to.left, into]];
};

/** @param {Point[]} points */
export const head = (points) => {
  const [before, tip] = points.slice(-2);
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [ux, uy] = [((tip[0] - before[0]) / length) * 8, ((tip[1] - before[1]) / length) * 8];
  return [tip, [tip[0] - ux - uy / 2, tip[1] - uy + ux / 2], [tip[0] - ux + uy / 2, tip[1] - uy - ux / 2]];
};
