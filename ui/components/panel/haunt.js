// Which ghost stands behind the run: the kept one in the same picture, else the run before the last change.
import { tracesAt } from '../chart/moment.js';
import { ghostOf } from './ghost.js';
import { still } from './blend.js';

/** @param {Charts.Picture | undefined} one @param {Charts.Picture | undefined} other */
const isSame = (one, other) => JSON.stringify(one?.data) === JSON.stringify(other?.data);

// The run that stood there when a hand took hold of a slider.
/** @param {Panels.Panel} panel */
export const hauntByHand = (panel) => {
  const { chart, settled } = panel;
  if (!chart || panel.isOverlaid || settled.length !== 1) return;
  chart.ghost = { traces: ghostOf(settled[0]), moment: chart.moment };
};

// A new message has come, of which `shown` is drawn.
/** @param {Panels.Panel} panel @param {Charts.Message} message @param {Charts.Message} shown */
export const haunt = (panel, message, shown) => {
  const chart = /** @type {Charts.Chart} */ (panel.chart);
  panel.isOverlaid = shown.pictures.length < message.pictures.length;
  const moment = chart.moment ?? (message.pictures[0].frames.length ? message.pictures[0].start : null);
  if (panel.isOverlaid) {
    const [kept] = message.pictures;
    chart.ghost = { traces: ghostOf(still(kept, tracesAt(kept, moment ?? 0)), true), moment };
    return;
  }
  if (message.pictures.length > 1 || !panel.message.tools.some((tool) => tool.do === 'undo' && !tool.off)) {
    chart.ghost = null; // side by side, or nothing was changed
    return;
  }
  const now = message.pictures[0];
  const [before] = panel.settled;
  if (before && !isSame(before, still(now, tracesAt(now, moment ?? 0)))) {
    chart.ghost = { traces: ghostOf(before), moment };
  }
};
