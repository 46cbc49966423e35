// What a key changes of the state: each is a function of how the stage stands, and null changes nothing.
import { anew, here, hiddenHere, nextClock, revealedOnce } from './state.js';
import { TOOL_PATCHES } from './tool.js';

const NOT_BLACK = { black: false };

// The clock starts by itself when the title is left.
/** @param {Stage.Show} show @param {string} key @returns {Stage.Patch | null} */
export const toSlide = (show, key) => {
  if (key === show.state.slide && !show.state.tool) return null;
  const starts = show.state.clock === 'waiting' && here(show) === 0;
  return { slide: key, tool: null, ...(starts ? { clock: 'running' } : {}) };
};

/** @param {Stage.Show} show @param {number} by */
const turned = (show, by) => {
  const at = Math.min(Math.max(0, here(show) + by), show.data.slides.length - 1);
  return toSlide(show, show.data.slides[at].key);
};

// Whoever sees nothing but black goes on with the slide under it; the speaker sees the slides all the time.
/** @param {Stage.Show} show */
const isDark = (show) => show.state.black && show.data.role === 'hall';

/** @param {Stage.Show} show */
const reveal = (show) => ({ revealed: revealedOnce(show) });

/** @param {Stage.Show} show @returns {Stage.Patch | null} */
const next = (show) => {
  if (isDark(show)) return NOT_BLACK;
  return hiddenHere(show) > 0 ? reveal(show) : turned(show, 1);
};

/** @param {Stage.Show} show */
const tongue = ({ data: { tongues }, state }) => {
  const other = tongues[(tongues.indexOf(state.tongue) + 1) % tongues.length];
  return other === state.tongue ? null : { tongue: other };
};

/** @param {Stage.Show} show */
const clock = ({ state }) => {
  const after = nextClock[state.clock];
  return after ? { clock: after } : null;
};

/** @type {Record<string, (show: Stage.Show) => Stage.Patch | null>} */
export const PATCHES = {
  next,
  back: (show) => (isDark(show) ? NOT_BLACK : turned(show, -1)),
  first: (show) => turned(show, -Infinity),
  last: (show) => turned(show, Infinity),
  reveal,
  black: ({ state }) => ({ black: !state.black }),
  start: ({ state }) => (state.black ? NOT_BLACK : null),
  close: ({ state }) => (state.black ? NOT_BLACK : null),
  tongue,
  clock,
  end: ({ state }) => (state.clock === 'ended' ? null : { clock: 'ended', timer: null }),
  anew,
  ...TOOL_PATCHES,
};
