// How the class stands against the plan of its hour: counted here, from what the record says.
import { written } from './countdown.js';
import { here } from './state.js';

const MINUTE = 60;
const WARNINGS = [2, 5]; // minutes before the end
const ON_TIME = 30; // seconds that nobody needs to be told of

// Seconds since the record was read in which the clock went on; it may have been stopped since.
/** @param {Stage.Show} show */
const counting = (show) => {
  if (!show.data.clock.running) return 0;
  const until = show.state.clock === 'running' ? Date.now() : show.state.at;
  return Math.max(0, (until - show.heardAt) / 1000);
};

/** @param {Stage.Show} show @param {string[]} steps */
const taken = (show, steps) => {
  const { clock } = show.data;
  const seconds = steps.reduce((sum, step) => sum + (clock.taken[step] ?? 0), 0);
  return seconds + (steps.includes(clock.step) ? counting(show) : 0);
};

// How many seconds the class is ahead of its plan (negative: behind) on the slide that is shown.
/** @param {number} passed @param {Stage.Plan} plan */
export const ahead = (passed, { begins, minutes }) => {
  if (passed < begins * MINUTE) return begins * MINUTE - passed;
  return Math.min(0, (begins + minutes) * MINUTE - passed);
};

/** @param {Stage.Show} show */
export const reading = (show) => {
  const { clock, slides } = show.data;
  const now = slides[here(show)].step;
  const step = clock.steps[now] ?? { minutes: 0, begins: 0, part: [] };
  const passed = taken(show, Object.keys(clock.taken));
  const planned = step.part.reduce((sum, one) => sum + clock.steps[one].minutes, 0);
  return {
    whole: [passed, clock.total * MINUTE],
    part: [taken(show, step.part), planned * MINUTE],
    step: [taken(show, [now]), step.minutes * MINUTE],
    ahead: ahead(passed, step),
    left: clock.total * MINUTE - passed,
  };
};

/** @param {number} seconds */
const minutesOf = (seconds) => written(Math.round(Math.abs(seconds)));

/** @param {Stage.Show} show @param {number} seconds */
export const saidOfSchedule = (show, seconds) => {
  const { words } = show.data;
  if (show.state.clock === 'waiting') return ['waiting', words.clock_waiting];
  if (show.state.clock === 'ended') return ['ended', words.clock_ended];
  if (Math.abs(seconds) < ON_TIME) return ['on', words.on_time];
  const how = seconds > 0 ? 'ahead' : 'behind';
  return [how, words[how].replace('{time}', minutesOf(seconds))];
};

// What is to be said of the end: 5 minutes before, 2 minutes before, and once it is over.
/** @param {Stage.Show} show @param {number} left */
export const saidOfEnd = (show, left) => {
  const { words } = show.data;
  if (!['running', 'paused'].includes(show.state.clock)) return ['', ''];
  if (left < 0) return ['over', words.over.replace('{time}', minutesOf(left))];
  const warning = WARNINGS.find((minutes) => left <= minutes * MINUTE);
  return warning ? [`in-${warning}`, words.left.replace('{time}', minutesOf(left))] : ['', ''];
};
