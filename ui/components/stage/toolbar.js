// What stands around a slide: a hairline of progress, the number, the button that reveals, tools on demand.
import { make } from '../chart/node.js';
import { here, hiddenHere } from './state.js';
import { makeClock } from './clock.js';
import { makeHour } from './hour.js';
import { makeTimer } from './timer.js';

const FAREWELL = 300; // ms in which the server hears that it is over
const REST = 2500; // ms without a move of the mouse until the tools go away

const TOOLS = [
  ['back', '‹', 'back'], ['next', '›', 'next'], ['black', '●', 'black'],
  ['overview', '▦', 'overview'], ['full', '[ ]', 'full'],
  ['timer', '0:00', 'timer'], ['pick', '⚄', 'pick'], ['groups', '⁘', 'groups'],
  ['board', '✎', 'board'], ['qr', '▩', 'qr'], ['tongue', '文A', 'tongue'], ['help', '?', 'help'],
];

/** @param {string} name @param {string} text @param {string} label @param {() => void} onclick */
const button = (name, text, label, onclick) => {
  const node = make('button', name, text);
  node.type = 'button';
  node.setAttribute('aria-label', label);
  node.title = label;
  node.onclick = onclick;
  return node;
};

/** @param {Stage.Show} show @param {Stage.Dispatch} dispatch */
const makeTools = (show, dispatch) => {
  const node = make('div', 'lab-stage__tools');
  node.setAttribute('role', 'toolbar');
  node.setAttribute('aria-label', show.data.words.tools);
  const isSpeaker = show.data.role === 'speaker';
  /** @param {string} sign @param {string} word */
  const text = (sign, word) => (isSpeaker ? show.data.words[word] : sign);
  const tools = show.data.tongues.length > 1 ? TOOLS : TOOLS.filter(([name]) => name !== 'tongue');
  const signs = [...tools, isSpeaker ? ['speaker', '▭', 'hall'] : ['speaker', '◫', 'speaker']];
  node.append(...signs.map(([name, sign, word]) => (
    button('', text(sign, word), show.data.words[word], () => dispatch({ name }))
  )));
  const leave = make('a', '', '✕');
  leave.title = show.data.words.leave;
  leave.setAttribute('aria-label', show.data.words.leave);
  leave.hidden = isSpeaker;
  leave.onclick = (event) => {
    event.preventDefault();
    dispatch({ name: 'end' });
    setTimeout(() => location.assign(leave.href), FAREWELL);
  };
  node.append(leave);
  let rest = 0;
  const wake = () => {
    node.dataset.awake = '';
    clearTimeout(rest);
    rest = setTimeout(() => delete node.dataset.awake, REST);
  };
  document.addEventListener('pointermove', wake);
  return { node, leave, stop: () => document.removeEventListener('pointermove', wake) };
};

/** @param {Stage.Show} show @param {Stage.Dispatch} dispatch */
export const makeToolbar = (show, dispatch) => {
  const line = make('div', 'lab-stage__line');
  const foot = make('div', 'lab-stage__foot');
  const [where, number] = [make('span'), make('span', 'lab-stage__number')];
  const reveal = button('lab-stage__reveal', '', '', () => dispatch({ name: 'reveal' }));
  foot.append(where, reveal, number);
  const black = make('div', 'lab-stage__black');
  black.setAttribute('role', 'img'); // a picture of nothing, with a name
  black.onclick = () => dispatch({ name: 'black' });
  const said = make('p', 'lab-stage__said');
  said.setAttribute('role', 'status');
  const tools = makeTools(show, dispatch);
  const timer = makeTimer(show);
  show.root.append(line, foot, tools.node, timer.node, said, black);
  const hour = show.data.role === 'speaker' ? makeHour(show, dispatch) : null;
  if (hour) show.root.append(hour.node);
  const clock = show.data.clock ? makeClock(show) : null;
  if (clock) show.root.append(clock.node);
  /** @param {string} words */
  const tell = (words) => { said.textContent = words; };
  return { line, where, number, reveal, black, said, tools, timer, clock, hour, tell };
};

/** @param {Stage.Show} show */
export const arrange = (show) => {
  const { line, where, number, reveal, black, said, tools, timer, clock, hour } = show.toolbar;
  const { slides, words, exit } = show.data;
  const at = here(show);
  line.style.width = `${(100 * (at + 1)) / slides.length}%`;
  where.textContent = slides[at].stage;
  number.textContent = `${show.keysOff ? '⌨ ✕ · ' : ''}${at + 1} / ${slides.length}`;
  reveal.hidden = hiddenHere(show) <= 0;
  reveal.textContent = `${words.reveal} (R)`;
  black.hidden = !(show.state.black && show.data.role === 'hall');
  black.setAttribute('aria-label', words.is_black);
  const place = words.slide_of.replace('{n}', at + 1).replace('{all}', slides.length);
  const title = `${place}: ${slides[at].title}`;
  said.textContent = show.state.black ? words.is_black : words[show.state.tool ?? ''] ?? title;
  tools.leave.href = exit;
  timer.tick();
  clock?.tick();
  hour?.arrange();
};
