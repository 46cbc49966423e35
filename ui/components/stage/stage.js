// The stage: one for a page, as long as there are slides on it.
import { arrange, makeToolbar } from './toolbar.js';
import { ageOf, brings, changed, merged } from './state.js';
import { nextNumber, numberHere } from './numbers.js';
import { CONTROLS } from '../selectors.js';
import { flip, leave, shownSlot } from './flip.js';
import { askWhere, help, overview } from './sheets.js';
import { keepFitting } from './fit.js';
import { join } from './channel.js';
import { listen } from './keys.js';
import { PATCHES } from './patches.js';
import { layTool, pressTool, takenByTool } from './tool.js';
import { listenToSettings } from './settings.js';
import { ring } from './sound.js';

const PATIENCE = 1500; // ms after a run of the server that knew nothing of what it was told: then it is told once more
const SILENCE = 6000; // ms without any run after which it is told once more, then after twice as long
const LONGEST = 60_000; // ms
/** @type {WeakMap<HTMLElement, Stage.Show>} */
const shows = new WeakMap();

/** @param {boolean} on */
const fullScreen = (on) => {
  if (on && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (!on && document.fullscreenElement) document.exitFullscreen();
};

/** @param {Stage.Show} show @param {number} control */
const choose = (show, control) => {
  show.control = control;
  const controls = shownSlot()?.querySelectorAll(CONTROLS) ?? [];
  controls.forEach((one, n) => one.toggleAttribute('data-chosen', n === control));
};

/** @param {Stage.Show} show @param {number} by */
const nudge = (show, by) => {
  if (!show.data.controls) return;
  const control = Math.min(show.control, show.data.controls - 1);
  choose(show, control);
  const [moved] = [...(shownSlot()?.querySelectorAll(CONTROLS) ?? [])].slice(control);
  moved?.dispatchEvent(new CustomEvent('lab-nudge', { detail: by }));
  show.perform({ do: 'nudge', control, by });
};

// The other window: brought to the front if it is open and known, else opened.
/** @param {Stage.Show} show */
const openBeside = (show) => {
  if (!show.data.beside) return;
  const other = show.data.role === 'hall' ? 'speaker' : 'hall';
  const opened = window.open(show.data.beside, `lab-${other}-${show.data.lesson}`, 'popup,width=1366,height=768');
  if (!opened) show.toolbar.tell(show.data.words.not_opened);
};

// What is asked of the live class goes to its dock, which knows the room.
/** @param {Stage.Show} show @param {string} name */
const tellLive = (show, name) => {
  document.dispatchEvent(new CustomEvent('lab-live', { detail: { name, slide: show.state.slide } }));
};

// What a key does besides, and nothing of which is told as part of the state.
/** @type {Record<string, (show: Stage.Show, action: Stage.Action) => void>} */
const ACTIONS = {
  full: () => fullScreen(!document.fullscreenElement),
  start: () => fullScreen(true),
  go: askWhere,
  overview,
  help,
  speaker: openBeside,
  choose: (show, { control }) => choose(show, Math.min(control ?? 0, show.data.controls - 1)),
  up: (show) => nudge(show, 1),
  down: (show) => nudge(show, -1),
  compare: (show) => show.perform({ do: 'compare' }),
  apply: (show) => show.perform({ do: 'apply' }),
  luck: (show) => show.perform({ do: 'luck' }),
  reset: (show) => show.perform({ do: 'reset' }),
  poll: (show) => tellLive(show, 'toggle'),
  poll_show: (show) => tellLive(show, 'show'),
  poll_again: (show) => tellLive(show, 'again'),
  play: () => shownSlot()?.querySelector('[data-lab-bar]:not([data-still]) [data-lab-play]')?.click(),
};

/** @type {Words} */
const OPENS = { overview: 'overview', help: 'help', where: 'go' }; // the action by the sheet

/** @param {Stage.Show} show @param {Stage.Action} action */
const dispatch = (show, action) => {
  if (show.sheet) {
    const wasOpen = OPENS[show.sheet];
    show.closeSheet();
    if (wasOpen === action.name) return;
  }
  if (takenByTool(show, action)) return;
  ACTIONS[action.name]?.(show, action);
  change(show, PATCHES[action.name]?.(show) ?? null);
};

/** @param {Stage.Show} show */
const isAhead = (show) => brings(show.state, show.data.state) || show.actions.length > 0;

// For all who look on: whether the server has yet to draw what was done here.
/** @param {Stage.Show} show */
const mark = (show) => show.root.toggleAttribute('data-asking', isAhead(show));

// Which state this window shows: two windows that show the same one have heard of each other.
/** @param {Stage.Show} show */
const date = (show) => {
  show.root.dataset.at = `${show.state.run}.${ageOf(show.state)}`;
  if (show.root.dataset.slide === show.state.slide) return;
  show.root.dataset.slide = show.state.slide;
  document.dispatchEvent(new CustomEvent('lab-turned', { detail: show.state.slide }));
};

// Of what is told while the server is at work only the last arrives, so all that is not known to be done goes along.
/** @param {Stage.Show} show */
const tell = (show) => {
  const state = { ...show.state, settings: {} }; // the server has them, and takes them from nobody
  show.send('told', { state, actions: show.actions, heard: show.data.held });
  clearTimeout(show.again);
  show.again = setTimeout(() => { if (isAhead(show)) tell(show); }, show.silence);
  show.silence = Math.min(2 * show.silence, LONGEST); // a run that is told something begins again
};

// The slide turns here and in the other window at once; the server draws what comes next.
/** @param {Stage.Show} show @param {Stage.Patch | null} patch */
const change = (show, patch) => {
  if (!patch) return;
  show.state = changed(show.state, patch);
  show.line.say();
  show.render();
  tell(show);
};

// What is done to the simulation of the slide.
/** @param {Stage.Show} show @param {Stage.Passed} what */
const ask = (show, what) => {
  show.actions.push({ slide: show.state.slide, ...what });
  mark(show);
  tell(show);
};

// Whatever is newer holds, whether it came from a key, from the other window or from the server.
/** @param {Stage.Show} show @param {Stage.State} state */
const adopt = (show, state) => {
  if (!brings(state, show.state)) return;
  show.state = merged(show.state, state);
  show.render();
  tell(show);
};

// What the server says it has kept; the other window may not have heard.
/** @param {Stage.Show} show @param {Stage.State} state */
const learn = (show, state) => {
  const isNews = brings(state, show.state);
  show.data = { ...show.data, state };
  show.state = brings(show.state, state) ? merged(state, show.state) : state;
  if (isNews) show.line.say();
  show.render();
};

/** @param {HTMLElement} root @param {Stage.Data} data @param {Send} send */
const build = (root, data, send) => {
  /** @type {Stage.Show} */
  const show = /** @type {any} */ ({
    root, data, send, state: data.state, actions: [], asked: 0, control: 0, sheet: null,
    keysOff: false, heardAt: Date.now(),
  });
  /** @type {Stage.Dispatch} */
  const hear = dispatch.bind(null, show);
  show.silence = SILENCE;
  show.render = () => {
    if (!show.toolbar) return;
    root.dataset.role = show.data.role;
    flip(show);
    layTool(show);
    arrange(show);
    date(show);
    mark(show);
  };
  show.change = change.bind(null, show);
  show.learn = learn.bind(null, show);
  // The simulation stands in both windows, each with a session of its own.
  /** @param {Stage.Passed} what */
  const perform = (what) => {
    if (what.do === 'ring') ring(show);
    else if (what.do !== 'press') ask(show, what);
    else if (show.data.role === 'hall') pressTool(what.button ?? '');
  };
  show.perform = (what) => {
    const there = { ...what, slide: show.state.slide, n: nextNumber(show) };
    perform(there);
    show.line.pass(there);
  };
  show.toolbar = makeToolbar(show, hear);
  show.deaf = listen(show, hear);
  show.line = join(show, adopt.bind(null, show), (what) => perform({ ...what, n: numberHere(show, what.n) }));
  show.stopFitting = keepFitting();
  const settings = listenToSettings(show);
  // The teacher's phone presses the keys of the hall.
  /** @param {Event} event */
  const onRemote = (event) => { if (event instanceof CustomEvent) hear({ name: event.detail }); };
  document.addEventListener('lab-remote', onRemote);
  show.stopHearing = () => { settings(); document.removeEventListener('lab-remote', onRemote); };
  return show;
};

/** @param {Stage.Show} show */
const takeDown = (show) => {
  show.deaf();
  show.line.close();
  show.toolbar.tools.stop();
  clearInterval(show.ticking);
  clearTimeout(show.again);
  show.stopFitting();
  show.stopHearing();
  leave();
};

/** @param {Component<Stage.Data>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  let show = shows.get(root);
  if (!show) {
    show = build(root, data, setTriggerValue);
    shows.set(root, show);
  }
  if (data.clock?.now !== show.data.clock?.now) show.heardAt = Date.now();
  show.data = data;
  show.send = setTriggerValue;
  show.actions = show.actions.filter(({ n }) => n > data.done);
  learn(show, data.state);
  clearTimeout(show.again);
  show.silence = SILENCE;
  if (isAhead(show)) show.again = setTimeout(() => tell(show), PATIENCE);
  return () => { if (!root.isConnected) takeDown(show); };
}
