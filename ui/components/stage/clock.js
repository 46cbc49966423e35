// The clock of the hour in the speaker view, as it is shown.
import { make } from '../chart/node.js';
import { written } from './countdown.js';
import { reading, saidOfEnd, saidOfSchedule } from './schedule.js';
import { here } from './state.js';

/** @param {string} name @param {string} label */
const dial = (name, label) => {
  const node = make('div', `lab-clock__dial lab-clock__${name}`);
  const [said, digits, of] = [make('span', 'lab-clock__label', label), make('b'), make('span', 'lab-clock__of')];
  node.append(said, digits, of);
  return { node, said, digits, of };
};

/** @param {ReturnType<typeof dial>} one @param {number[]} pair */
const set = (one, [seconds, planned]) => {
  one.digits.textContent = written(Math.floor(seconds));
  one.of.textContent = planned ? ` / ${written(planned)}` : '';
  one.node.toggleAttribute('data-over', planned > 0 && seconds > planned);
};

/** @param {Stage.Show} show */
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
    set(dials.whole, now.whole);
    set(dials.part, now.part);
    set(dials.step, now.step);
    dials.part.said.textContent = show.data.slides[here(show)].stage;
    [pace.dataset.is, pace.textContent] = saidOfSchedule(show, now.ahead);
    const [is, said] = saidOfEnd(show, now.left);
    end.dataset.is = is;
    if (end.textContent !== said) end.textContent = said;
    node.dataset.clock = show.state.clock;
  };
  return { node, tick };
};
