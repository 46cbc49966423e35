// The runs along a slider: asked for once, then the chart and its measures at any setting without the server.
import { tracesAt } from '../chart/moment.js';
import { between, blend, still } from './blend.js';

/** @type {Map<string, Promise<Panels.Swept | null>>} */
const asked = new Map();
const MOST = 24; // so many sliders are kept; the oldest goes first
const AGAIN = 4000; // ms after which a busy server is asked again

/** @param {string} address @returns {Promise<Panels.Swept | null>} */
const fetchSweep = async (address) => {
  try {
    const answer = await fetch(address, { priority: 'low' });
    return answer.status === 200 ? await answer.json() : null;
  } catch {
    return null; // then the chart moves when the hand lets go
  }
};

// The same runs are asked for once; what was refused is asked for again after a while.
/** @param {string} address */
export const sweepAt = (address) => {
  const known = asked.get(address);
  if (known) return known;
  const promise = fetchSweep(address);
  asked.set(address, promise);
  if (asked.size > MOST) asked.delete(/** @type {string} */ (asked.keys().next().value));
  promise.then((swept) => { if (!swept) setTimeout(() => asked.delete(address), AGAIN); });
  return promise;
};

/** @param {string} base @param {Panels.Control} control @param {number | null} moment @param {string[]} [measures] */
export const addressOf = (base, control, moment, measures = []) => {
  const [path, query] = base.split('?');
  const said = new URLSearchParams(query);
  said.delete(control.name);
  const ends = { '': control.name, '-low': control.low, '-high': control.high, '-step': control.step };
  for (const [end, value] of Object.entries(ends)) said.set(`along${end}`, String(value));
  if (moment !== null) said.set('along-moment', String(moment));
  if (measures.length) said.set('along-show', measures.join(','));
  return `${path}?${said}`;
};

/** @param {Panels.Swept} swept @param {Panels.Point | null} exact */
const pointsOf = (swept, exact) => {
  const names = Object.keys(swept.measures);
  const points = swept.at.map((at, k) => ({
    at,
    picture: still(swept.pictures[k], tracesAt(swept.pictures[k], 0), swept.pictures[k].frames[0]?.caption),
    measures: Object.fromEntries(names.map((name) => [name, swept.measures[name][k]])),
  }));
  const others = exact ? points.filter(({ at }) => at !== exact.at) : points;
  return [...others, ...(exact ? [exact] : [])].sort((a, b) => a.at - b.at);
};

// What is to be seen at any setting of the slider: between the two runs beside it. The `exact` run that stands there
// already is one of them, so that nothing jumps when a hand takes hold of the slider.
/** @param {Panels.Swept} swept @param {Panels.Point | null} exact @returns {(value: number) => Panels.Point} */
export const along = (swept, exact) => {
  const points = pointsOf(swept, exact);
  return (value) => {
    const after = points.findIndex(({ at }) => at >= value);
    if (after <= 0) return points[after < 0 ? points.length - 1 : 0];
    const [one, other] = [points[after - 1], points[after]];
    const share = (value - one.at) / (other.at - one.at);
    if (share === 1) return other;
    return {
      at: value,
      picture: between(one.picture, other.picture, share),
      measures: blend(one.measures, other.measures, share),
    };
  };
};
