// What changes at once is led over in a moment, so that an eye can follow it.
import { draw, seen } from '../chart/drawing.js';
import { tracesAt } from '../chart/moment.js';
import { between, still } from './blend.js';

const LASTS = 250; // ms

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** @param {number} share */
const eased = (share) => 1 - (1 - share) ** 3;

// The pictures as they are to be seen at this moment, to be led over from.
/** @param {Charts.Chart} chart */
export const asSeen = (chart) => seen(chart).map((picture) => (
  still(picture, tracesAt(picture, chart.moment ?? 0), picture.caption)
));

// Leads over from what was to be seen before; `now` tells the time in ms.
/** @param {Charts.Chart} chart @param {Charts.Picture[]} before @param {() => number} now */
export const leadOver = (chart, before, now = () => performance.now()) => {
  if (isCalm() || chart.playing || chart.asTable || before.length !== chart.message.pictures.length) return;
  const after = asSeen(chart);
  const { message } = chart;
  const begun = now();
  const step = () => {
    if (chart.message !== message || !chart.root.isConnected) return; // something newer has come
    if (chart.playing || (chart.over && chart.over !== mine)) return; // a hand has taken over
    const share = (now() - begun) / LASTS;
    mine = share >= 1 ? null : before.map((one, k) => between(one, after[k], eased(share)));
    chart.over = mine;
    draw(chart);
    if (mine) requestAnimationFrame(step);
  };
  /** @type {Charts.Picture[] | null} */
  let mine = null;
  step();
};
