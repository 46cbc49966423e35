// A countdown, in the corner or as large as the screen, first of as many minutes as the step is planned for.
import { make } from '../chart/node.js';
import { paused, secondsLeft, shifted, started, written } from './countdown.js';
import { isMuted, mute, ring } from './sound.js';

const OFFERED = [1, 3, 5, 10, 15];

/** @param {HTMLElement} node @param {string} label */
const called = (node, label) => {
  node.setAttribute('aria-label', label);
  node.title = label;
};

/** @param {string} text @param {string} label @param {() => void} onclick */
const button = (text, label, onclick) => {
  const node = make('button', '', text);
  node.type = 'button';
  called(node, label);
  node.onclick = onclick;
  return node;
};

/** @param {Stage.Show} show */
const makeOffers = (show) => {
  const row = make('div', 'lab-stage__offers');
  const { words } = show.data;
  row.append(...OFFERED.map((n) => {
    const said = words.minutes.replace('{n}', n);
    return button(said, said, () => show.change({ timer: started(n) }));
  }));
  return row;
};

/** @param {Stage.Show} show */
const makeControls = (show) => {
  const { words } = show.data;
  const row = make('div', 'lab-stage__controls');
  /** @param {(timer: Stage.Timer) => Stage.Timer} how */
  const change = (how) => () => { if (show.state.timer) show.change({ timer: how(show.state.timer) }); };
  const pause = button('', words.pause, change(paused));
  const sound = button('♪', words.mute, () => { mute(!isMuted()); show.render(); });
  const size = button('', words.bigger, () => show.change({ tool: show.state.tool === 'timer' ? null : 'timer' }));
  row.append(
    button('−', words.minus, change((timer) => shifted(timer, -1))),
    button('+', words.plus, change((timer) => shifted(timer, 1))),
    pause, sound, size,
    button('✕', words.close, () => {
      show.change(show.state.tool === 'timer' ? { timer: null, tool: null } : { timer: null });
    }),
  );
  /** @param {Stage.Timer} timer @param {boolean} isBig */
  const arrange = (timer, isBig) => {
    pause.textContent = timer.left === null ? '❚❚' : '▶';
    called(pause, timer.left === null ? words.pause : words.resume);
    called(sound, isMuted() ? words.unmute : words.mute);
    sound.toggleAttribute('data-off', isMuted());
    size.textContent = isBig ? '↘' : '↖';
    called(size, isBig ? words.smaller : words.bigger);
  };
  return { row, arrange };
};

/** @param {Stage.Show} show */
export const makeTimer = (show) => {
  const node = make('div', 'lab-stage__timer');
  const digits = make('output');
  const controls = makeControls(show);
  const { words } = show.data;
  node.append(digits, makeOffers(show), controls.row);
  node.setAttribute('role', 'timer');
  let before = 0; // the bell rings when the last second goes by, not when an hour ago's timer is found again
  const tick = () => {
    const { timer, tool } = show.state;
    node.hidden = !timer;
    if (!timer) { before = 0; return; }
    const left = secondsLeft(timer);
    const isBig = tool === 'timer' && show.data.role === 'hall';
    digits.textContent = written(left);
    digits.setAttribute('aria-label', left ? words.timer : words.time_up);
    node.toggleAttribute('data-over', left === 0);
    node.toggleAttribute('data-big', isBig);
    controls.arrange(timer, isBig);
    if (before > 0 && left === 0 && show.data.role === 'hall') ring(show);
    before = left;
  };
  show.ticking = setInterval(() => {
    tick();
    show.toolbar?.clock?.tick();
  }, 250);
  return { node, tick };
};
