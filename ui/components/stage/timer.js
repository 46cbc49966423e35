// A countdown in the corner, of as many minutes as the step is planned for; both windows show the same.
import { make } from '../chart/node.js';

const USUAL = 5;
const MINUTE = 60;

export const started = (minutes) => {
  const seconds = (minutes || USUAL) * MINUTE;
  return { seconds, ends: Date.now() + seconds * 1000, left: null };
};

export const secondsLeft = (timer) => timer.left ?? Math.max(0, Math.round((timer.ends - Date.now()) / 1000));

const shifted = (timer, by) => {
  const left = Math.max(0, secondsLeft(timer) + by * MINUTE);
  const seconds = Math.max(MINUTE, timer.seconds + by * MINUTE);
  return timer.left === null ? { seconds, ends: Date.now() + left * 1000, left: null } : { ...timer, seconds, left };
};

const paused = (timer) => (timer.left === null
  ? { ...timer, left: secondsLeft(timer) }
  : { ...timer, ends: Date.now() + timer.left * 1000, left: null });

export const written = (seconds) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;

const button = (text, label, onclick) => {
  const node = make('button', '', text);
  node.type = 'button';
  node.setAttribute('aria-label', label);
  node.title = label;
  node.onclick = onclick;
  return node;
};

export const makeTimer = (show) => {
  const node = make('div', 'lab-stage__timer');
  const digits = make('output');
  const change = (how) => () => show.change({ timer: how(show.state.timer) });
  const { words } = show.data;
  const pause = button('❚❚', words.pause, change(paused));
  node.append(
    digits,
    button('−', words.minus, change((timer) => shifted(timer, -1))),
    button('+', words.plus, change((timer) => shifted(timer, 1))),
    pause,
    button('✕', words.close, change(() => null)),
  );
  node.setAttribute('role', 'timer');
  const tick = () => {
    const { timer } = show.state;
    node.hidden = !timer;
    if (!timer) return;
    const left = secondsLeft(timer);
    digits.textContent = written(left);
    digits.setAttribute('aria-label', left ? words.timer : words.time_up);
    node.toggleAttribute('data-over', left === 0);
    pause.textContent = timer.left === null ? '❚❚' : '▶';
    pause.title = timer.left === null ? words.pause : words.resume;
  };
  show.clock = setInterval(tick, 250);
  return { node, tick };
};
