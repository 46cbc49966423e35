// What the speaker does with the hour: starts, stops and ends it, or begins anew; and sees that the hall is black.
import { make } from '../chart/node.js';

const SURE = 3000; // ms in which a second press means it

/** @param {string} text @param {() => void} onclick */
const button = (text, onclick) => {
  const node = make('button', '', text);
  node.type = 'button';
  node.onclick = onclick;
  return node;
};

// A button for what cannot be taken back: it asks to be pressed again.
/** @param {string} text @param {string} again @param {() => void} onclick */
const careful = (text, again, onclick) => {
  /** @type {number | null} */
  let rest = null;
  const node = button(text, () => {
    if (rest === null) {
      node.textContent = again;
      rest = setTimeout(calm, SURE);
      return;
    }
    calm();
    onclick();
  });
  const calm = () => {
    clearTimeout(rest);
    rest = null;
    node.textContent = text;
  };
  return node;
};

/** @param {Stage.Show} show @param {Stage.Dispatch} dispatch */
export const makeHour = (show, dispatch) => {
  const { words } = show.data;
  const node = make('div', 'lab-hour');
  const clock = button('', () => dispatch({ name: 'clock' }));
  clock.className = 'lab-hour__clock';
  const end = careful(words.end, words.end_sure, () => dispatch({ name: 'end' }));
  const anew = careful(words.anew, words.anew_sure, () => dispatch({ name: 'anew' }));
  const black = make('b', 'lab-hour__black', words.hall_is_black);
  node.append(clock, end, anew, black);
  /** @type {Partial<Record<Stage.Clock, string>>} */
  const said = { waiting: words.clock_start, running: words.clock_pause, paused: words.clock_resume };
  const arrange = () => {
    clock.hidden = show.state.clock === 'ended';
    end.hidden = !['running', 'paused'].includes(show.state.clock);
    clock.textContent = said[show.state.clock] ?? '';
    black.hidden = !show.state.black;
  };
  return { node, arrange };
};
