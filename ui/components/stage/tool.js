// Tools that lie over a slide: opened and closed by keys at once; what is in them the server draws.
import { OVER, buttonOf } from '../selectors.js';
import { here } from './state.js';
import { shownSlot } from './flip.js';
import { started } from './countdown.js';

/** @type {Stage.Tool[]} */
const DRAWN = ['pick', 'groups', 'board', 'qr'];
const PASSING = new Set([
  'black', 'full', 'start', 'go', 'overview', 'help', 'speaker', 'tongue', 'timer', 'clock', 'end', 'anew', ...DRAWN,
]);
/** @type {Words} */
const AGAIN = { pick: 'next', groups: 'luck' }; // the action that draws once more

// Presses a button of the tool that is open in this window.
/** @param {string} name */
export const pressTool = (name) => document.querySelector(buttonOf(name))?.click();

/** @param {Stage.Tool} tool */
const toggle = (tool) => (/** @type {Stage.Show} */ { state }) => ({ tool: state.tool === tool ? null : tool });

// None, then in the corner, then as large as the screen, then none again.
/** @type {(show: Stage.Show) => Stage.Patch} */
const timer = (show) => {
  if (!show.state.timer) return { timer: started(show.data.slides[here(show)].minutes) };
  return show.state.tool === 'timer' ? { tool: null, timer: null } : { tool: 'timer' };
};

export const TOOL_PATCHES = { timer, ...Object.fromEntries(DRAWN.map((tool) => [tool, toggle(tool)])) };

// While a tool is open the clicker is its own: next draws once more, or closes what has nothing to draw.
/** @param {Stage.Show} show @param {Stage.Action} one */
export const takenByTool = (show, { name }) => {
  const { tool } = show.state;
  if (!tool || PASSING.has(name) || (name === 'close' && show.state.black)) return false;
  if (name === AGAIN[tool]) {
    if (document.querySelector(buttonOf('again'))) pressTool('again');
    else show.perform({ do: 'press', button: 'again' });
  } else if (['next', 'back', 'first', 'last', 'close'].includes(name)) {
    show.change({ tool: null });
  }
  return true;
};

// The slide under a tool cannot be reached; what the tool says is said aloud.
/** @param {Stage.Show} show */
export const layTool = (show) => {
  const { tool } = show.state;
  const isOver = tool !== null && DRAWN.includes(tool);
  const root = document.documentElement;
  if (isOver) root.dataset.stageTool = tool;
  else delete root.dataset.stageTool;
  show.root.toggleAttribute('data-tool', isOver);
  root.toggleAttribute('data-stage-timer', Boolean(show.state.timer));
  if (!isOver) return;
  const slot = shownSlot();
  if (slot) slot.inert = true;
  const over = document.querySelector(OVER);
  over?.setAttribute('role', 'dialog');
  over?.setAttribute('aria-label', show.data.words[tool]);
};
