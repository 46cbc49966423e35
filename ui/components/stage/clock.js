// The clock of the hour in the speaker view: counted here, from what the record says.
import { make } from '../chart/node.js';
import { here } from './state.js';
import { written } from './timer.js';

const MINUTE = 60;
const WARNINGS = [2, 5]; // minutes before the end
const ON_TIME = 30; // seconds that nobody needs to be told of

// Seconds since the record was read in which the clock went on; it may have been stopped since.
const counting = (show) => {
  if (!show.data.clock.running) return 0;
  const until = show.state.clock === 'running' ? Date.now() : show.state.at;
  return Math.max(0, (until - show.heardAt) / 1000);
};

const taken = (show, steps) => {
  const { clock } = show.data;
  const seconds = steps.reduce((sum, step) => sum + (clock.taken[step] ?? 0), 0);
  return seconds + (steps.includes(clock.step) ? counting(show) : 0);
};

// How many seconds the class is ahead of its plan (negative: behind) on the slide that is shown.
export const ahead = (passed, { begins, minutes }) => {
  if (passed < begins * MINUTE) return begins * MINUTE - passed;
  return Math.min(0, (begins + minutes) * MINUTE - passed);
};

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

const minutesOf = (seconds) => written(Math.round(Math.abs(seconds)));

const saidOfPace = (show, seconds) => {
  const { words } = show.data;
  if (show.state.clock === 'waiting') return ['waiting', words.clock_waiting];
  if (show.state.clock === 'ended') return ['ended', words.clock_ended];
  if (Math.abs(seconds) < ON_TIME) return ['on', words.on_time];
  const how = seconds > 0 ? 'ahead' : 'behind';
  return [how, words[how].replace('{time}', minutesOf(seconds))];
};

// What is to be said of the end: 5 minutes before, 2 minutes before, and once it is over.
const saidOfEnd = (show, left) => {
  const { words } = show.data;
  if (!['running', 'paused'].includes(show.state.clock)) return ['', ''];
  if (left < 0) return ['over', words.over.replace('{time}', minutesOf(left))];
  const warning = WARNINGS.find((minutes) => left <= minutes * MINUTE);
  return warning ? [`in-${warning}`, words.left.replace('{time}', minutesOf(left))] : ['', ''];
};

const dial = (name, label) => {
  const node = make('div', `lab-clock__dial lab-clock__${name}`);
  const [said, digits, of] = [make('span', 'lab-clock__label', label), make('b'), make('span', 'lab-clock__of')];
  node.append(said, digits, of);
  return { node, said, digits, of };
};

const set = (one, [seconds, planned]) => {
  one.digits.textContent = written(Math.floor(seconds));
  one.of.textContent = planned ? ` / ${written(planned)}` : '';
  one.node.toggleAttribute('data-over', planned > 0 && seconds > planned);
};

export const makeClock = (show) => {
  const { words } = show.data;
  const node = make('section', 'lab-clock');
  node.setAttribute('aria-label', words.clock);
  const dials = { whole: dial('whole', words.whole), part: dial('part', ''), step: dial('step', words.this_step) };
  const verdict = make('div', 'lab-clock__verdict');
  const [pace, end] = [make('b', 'lab-clock__pace'), make('b', 'lab-clock__end')];
  end.setAttribute('role', 'status');
  verdict.append(pace, end);
  node.append(dials.whole.node, dials.part.node, dials.step.node, verdict);
  const tick = () => {
    const now = reading(show);
    for (const name of Object.keys(dials)) set(dials[name], now[name]);
    dials.part.said.textContent = show.data.slides[here(show)].stage;
    [pace.dataset.is, pace.textContent] = saidOfPace(show, now.ahead);
    const [is, said] = saidOfEnd(show, now.left);
    end.dataset.is = is;
    if (end.textContent !== said) end.textContent = said;
    node.dataset.clock = show.state.clock;
  };
  return { node, tick };
};
