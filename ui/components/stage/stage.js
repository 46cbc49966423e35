// The stage: one for a page, as long as there are slides on it.
import { arrange, furnish } from './furniture.js';
import { changed, here, hiddenHere, revealedOnce } from './state.js';
import { flip, leave, shownSlot } from './flip.js';
import { askWhere, help, overview } from './sheets.js';
import { keepFitting } from './fit.js';
import { join } from './channel.js';
import { listen } from './keys.js';
import { TOOL_ACTIONS, layTool, pressTool, takenByTool } from './tool.js';
import { ring } from './sound.js';

const TONGUES = ['en', 'zh', 'both'];
const PATIENCE = 1500; // ms after which the server is told once more what it seems not to have heard
const shows = new WeakMap();

const fullScreen = (on) => {
  if (on && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (!on && document.fullscreenElement) document.exitFullscreen();
};

const goBy = (show, by) => {
  const at = Math.min(Math.max(0, here(show) + by), show.data.slides.length - 1);
  show.go(show.data.slides[at].key);
};

const choose = (show, knob) => {
  show.knob = knob;
  const knobs = shownSlot()?.querySelectorAll('[class*="st-key-knobs-"] :is([data-testid=stSlider], [data-testid=stButtonGroup])') ?? [];
  knobs.forEach((one, n) => one.toggleAttribute('data-chosen', n === knob));
};

const nudge = (show, by) => {
  if (!show.data.knobs) return;
  const knob = Math.min(show.knob, show.data.knobs - 1);
  choose(show, knob);
  show.perform({ do: 'nudge', knob, by });
};

const speaker = (show) => {
  if (show.data.beside) window.open(show.data.beside, `lab-beside-${show.data.lesson}`, 'popup,width=1280,height=800');
};

const ACTIONS = {
  next: (show) => (hiddenHere(show) > 0 ? ACTIONS.reveal(show) : goBy(show, 1)),
  back: (show) => goBy(show, -1),
  first: (show) => goBy(show, -Infinity),
  last: (show) => goBy(show, Infinity),
  reveal: (show) => show.change({ revealed: revealedOnce(show) }),
  black: (show) => show.change({ black: !show.state.black }),
  full: () => fullScreen(!document.fullscreenElement),
  start: (show) => {
    fullScreen(true);
    if (show.state.black) show.change({ black: false });
  },
  go: askWhere,
  overview,
  help,
  speaker,
  ...TOOL_ACTIONS,
  tongue: (show) => show.change({ tongue: TONGUES[(TONGUES.indexOf(show.state.tongue) + 1) % TONGUES.length] }),
  choose: (show, { knob }) => choose(show, Math.min(knob, show.data.knobs - 1)),
  up: (show) => nudge(show, 1),
  down: (show) => nudge(show, -1),
  compare: (show) => show.perform({ do: 'compare' }),
  luck: (show) => show.perform({ do: 'luck' }),
  reset: (show) => show.perform({ do: 'reset' }),
  play: () => shownSlot()?.querySelector('.lab-chart__bar:not([data-still]) .lab-chart__play')?.click(),
  close: (show) => { if (show.state.black) show.change({ black: false }); },
};

const act = (show) => (action) => {
  if (show.sheet) {
    const wasOpen = { overview: 'overview', help: 'help', where: 'go' }[show.sheet];
    show.closeSheet();
    if (wasOpen === action.name) return;
  }
  if (takenByTool(show, action)) return;
  ACTIONS[action.name](show, action);
};

const tell = (show) => show.send('moved', show.state);

// Whatever is newer holds, whether it came from a key, from the other window or from the server.
const adopt = (show) => (state) => {
  if (state.at <= show.state.at) return;
  show.state = state;
  show.render();
  tell(show);
};

const build = (root, data, send) => {
  const show = { root, data, state: data.state, knob: 0, sheet: null, send, keysOff: false };
  const hear = act(show);
  show.render = () => {
    if (!show.furniture) return;
    flip(show);
    layTool(show);
    arrange(show);
  };
  show.change = (patch) => {
    show.state = changed(show.state, patch);
    show.line.postMessage({ state: show.state });
    show.render();
    tell(show);
  };
  show.go = (key) => { if (key !== show.state.slide || show.state.tool) show.change({ slide: key, tool: null }); };
  // The simulation stands in the hall; the other window asks for it there.
  show.perform = (what) => {
    if (show.data.role !== 'hall') show.line.postMessage({ act: what });
    else if (what.do === 'press') pressTool(what.button);
    else show.send('act', { ...what, slide: show.state.slide });
  };
  show.furniture = furnish(show, hear);
  show.deaf = listen(show, hear);
  show.line = join(show, adopt(show), (what) => {
    if (what.do === 'ring') ring(show);
    else if (show.data.role === 'hall') show.perform(what);
  });
  show.stopFitting = keepFitting();
  return show;
};

const takeDown = (show) => {
  show.deaf();
  show.line.close();
  show.furniture.tools.stop();
  clearInterval(show.clock);
  clearTimeout(show.again);
  show.stopFitting();
  leave();
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.lab-stage');
  let show = shows.get(root);
  if (!show) {
    show = build(root, data, setTriggerValue);
    shows.set(root, show);
  }
  show.data = data;
  show.send = setTriggerValue;
  if (data.state.at > show.state.at) show.line.postMessage({ state: data.state });
  if (data.state.at >= show.state.at) show.state = data.state;
  show.render();
  clearTimeout(show.again);
  if (data.state.at < show.state.at) show.again = setTimeout(() => tell(show), PATIENCE);
  return () => { if (!root.isConnected) takeDown(show); };
}
