// The chart follows the hand: at every frame of the screen the run that the slider points at, without the server.
import { draw } from '../chart/drawing.js';
import { tracesAt } from '../chart/moment.js';
import { still } from './blend.js';
import { hauntByHand } from './haunt.js';
import { addressOf, along, sweepAt } from './sweep.js';

/** @param {Panels.Panel} panel @param {string} name */
const controlOf = (panel, name) => panel.message.controls.find((one) => one.name === name);

// The run that the server has sent, as a point of a slider.
/** @param {Panels.Panel} panel @param {Panels.Control} control @returns {Panels.Point | null} */
const exactAt = (panel, control) => {
  const picture = panel.message.chart?.pictures.at(-1);
  if (!picture || !panel.chart) return null;
  const moment = panel.chart.moment ?? 0;
  const frame = picture.frames[moment];
  return {
    at: Number(control.value),
    picture: still(picture, tracesAt(picture, moment), frame && (frame.caption || frame.name)),
    measures: Object.fromEntries(panel.message.measures.map(({ name, value }) => [name, value])),
  };
};

// Has the runs along a slider ready; a hand that is there already then moves the chart at once.
/** @param {Panels.Panel} panel @param {string} name */
export const prepare = async (panel, name) => {
  const control = controlOf(panel, name);
  if (control?.kind !== 'slider' || !panel.message.sweep || !panel.chart) return;
  const names = panel.message.measures.map((measure) => measure.name);
  const address = addressOf(panel.message.sweep, control, panel.chart.moment, names);
  if (panel.follow?.address === address) return;
  panel.follow = { address, name, at: null };
  const swept = await sweepAt(address);
  if (panel.follow?.address !== address) return;
  if (!swept) {
    panel.follow = null;
    return;
  }
  panel.follow.at = along(swept, exactAt(panel, control));
  panel.root.dataset.labFollows = name;
  if (panel.moved.has(name)) preview(panel, name);
};

// Draws what the slider points at; nothing while its runs are not there, or while another setting is on its way.
/** @param {Panels.Panel} panel @param {string} name */
export function preview(panel, name) {
  const { chart, follow } = panel;
  if (!chart || chart.playing) return;
  if (follow?.name !== name || !follow.at) {
    prepare(panel, name);
    return;
  }
  if ([...panel.moved].some((other) => other !== name)) return;
  hauntByHand(panel);
  const point = follow.at(Number(panel.shown.get(name)?.value()));
  panel.moving = point.measures;
  const last = chart.message.pictures.length - 1;
  chart.over = Array.from({ length: last + 1 }, (_, k) => (k === last ? point.picture : null));
  draw(chart);
  panel.measures?.say(point.measures);
}
