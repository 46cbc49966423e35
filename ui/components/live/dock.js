// The live class in a window of the teacher's: where to join, how many have answered, and what the class says.
// It is told by the room's own stream and asks the lab by itself: no run of the page is needed for a vote.
import { drawTally } from './bars.js';
import { fill, make, short } from './dom.js';
import { listenTo } from './feed.js';
import { send } from './send.js';

/** @typedef {{ lesson: string, presenter: string, code: string | null, address: string, role: string,
 *   language: 'en' | 'zh', words: Live.Words, asks: string[] }} DockData */
/** @typedef {{ root: HTMLElement, data: DockData, code: string | null, told: Live.Told | null, slide: string,
 *   remote: number | null, why: string, isLost: boolean, line: BroadcastChannel, close: () => void,
 *   stop: () => void }} Dock */
/** @type {WeakMap<HTMLElement, Dock>} */
const docks = new WeakMap();

/** @param {Dock} dock */
const pollHere = ({ told, slide }) => (told?.poll?.slide === slide ? told.poll : null);

/** @param {Dock} dock @param {Live.Poll | null} poll */
const status = ({ told, data: { words }, why }, poll) => {
  if (why) return fill(words.dock_refused, { why });
  if (!poll) return '';
  const n = poll.tally?.voters ?? 0;
  const said = poll.state === 'open'
    ? fill(words.dock_open, { n, all: Math.max(n, told?.room?.seats ?? 0) }) : fill(words.dock_closed, { n });
  return poll.round > 1 ? `${said} · ${words.dock_round}` : said;
};

/** @param {Dock} dock @param {Live.Poll} poll */
const result = ({ data }, poll) => {
  const parts = [make('h3', {}, data.words.class_says)];
  const bars = drawTally(poll, data.language, data.words);
  if (bars) parts.push(bars);
  if (poll.tally?.middle !== undefined) {
    parts.push(make('p', {}, fill(data.words.middle, { value: short(poll.tally.middle) })));
  }
  return make('section', { class: 'lab-dock__result' }, ...parts);
};

// Beside the speaker every key of the live class has a button, too.
/** @param {Dock} dock @param {Live.Poll | null} poll */
const buttons = (dock, poll) => {
  const { words, role, asks } = dock.data;
  if (role !== 'speaker' || !asks.includes(dock.slide)) return [];
  const offers = [['toggle', poll?.state === 'open' ? words.dock_close : words.dock_ask],
    ...(poll ? [['show', poll.shown ? words.dock_hide : words.dock_show], ['again', words.dock_again]] : [])];
  return [make('p', { class: 'lab-dock__buttons' }, ...offers.map(([name, label]) => make(
    'button', { type: 'button', onclick: () => act(dock, name) }, label)))];
};

/** @param {Dock} dock */
const draw = (dock) => {
  const { root, data, told } = dock;
  const poll = pollHere(dock);
  const isSeen = poll !== null && (poll.shown || data.role === 'speaker');
  const isRoom = told?.room?.open === true;
  root.dataset.state = poll?.state ?? 'idle';
  root.dataset.role = data.role;
  const join = isRoom ? [
    make('p', { class: 'lab-dock__join' }, fill(data.words.dock_join, { address: data.address, code: told?.room.code }),
      ' · ', fill(data.words.dock_seats, { n: told?.room.seats })),
  ] : [];
  const said = status(dock, poll);
  root.replaceChildren(...join,
    ...(said ? [make('p', { class: 'lab-dock__status', role: 'status' }, said)] : []),
    ...buttons(dock, poll),
    ...(isSeen && poll ? [result(dock, poll)] : []));
  document.documentElement.toggleAttribute('data-live-shown', data.role === 'hall' && isSeen);
  document.documentElement.toggleAttribute('data-live-room', isRoom);
};

// The hall does what the teacher's phone asks for: once, and nothing that was asked before it listened.
/** @param {Dock} dock @param {Live.Command | null | undefined} command */
const obey = (dock, command) => {
  const n = command?.n ?? 0;
  if (dock.remote !== null && n > dock.remote && dock.data.role === 'hall') {
    document.dispatchEvent(new CustomEvent('lab-remote', { detail: command?.do }));
  }
  dock.remote = Math.max(dock.remote ?? 0, n);
};

/** @param {Dock} dock @param {string} code */
const enter = (dock, code) => {
  if (dock.code === code) return;
  dock.close();
  [dock.code, dock.told, dock.remote] = [code, null, null];
  dock.close = listenTo(`/live/${code}/lead/stream`, (told) => {
    dock.told = told;
    obey(dock, told.remote);
    draw(dock);
  }, (isLost) => { dock.isLost = isLost; root(dock).toggleAttribute('data-lost', isLost); });
};

/** @param {Dock} dock */
const root = (dock) => dock.root;

/** @param {Dock} dock @param {Record<string, unknown>} fields */
const lead = async (dock, fields) => {
  dock.root.toggleAttribute('data-asking', true);
  const { ok, said } = await send(`/live/${dock.code}/lead?lang=${dock.data.language}`, fields);
  dock.root.removeAttribute('data-asking');
  dock.why = ok ? '' : said?.why ?? dock.data.words.lost_lab;
  draw(dock);
};

/** @param {Dock} dock */
const open = async (dock) => {
  const { lesson, presenter, language } = dock.data;
  const { ok, said } = await send(`/live/rooms?lang=${language}`, { lesson, presenter });
  if (ok) {
    enter(dock, said.code);
    dock.line.postMessage(said.code);
  }
  dock.why = ok ? '' : said?.why ?? dock.data.words.lost_lab;
  return ok;
};

/** @param {Dock} dock @param {string} name */
const act = async (dock, name) => {
  const poll = pollHere(dock);
  if (name === 'toggle' && poll?.state === 'open') return lead(dock, { do: 'close', slide: dock.slide });
  if (name === 'show' && poll) return lead(dock, { do: poll.shown ? 'hide' : 'show', slide: dock.slide });
  if (name === 'again' && poll) return lead(dock, { do: 'again', slide: dock.slide });
  if (name !== 'toggle' || !dock.data.asks.includes(dock.slide)) return undefined;
  if (dock.code === null && !await open(dock)) return draw(dock);
  return lead(dock, { do: 'open', slide: dock.slide });
};

/** @param {HTMLElement} element @param {DockData} data @returns {Dock} */
const build = (element, data) => {
  const line = new BroadcastChannel(`lab-live-${data.lesson}`);
  /** @type {Dock} */
  const dock = {
    root: element, data, code: null, told: null, remote: null, why: '', isLost: false, line,
    slide: document.querySelector('[data-lab-root][data-slide]')?.getAttribute('data-slide') ?? '',
    close: () => {}, stop: () => {},
  };
  /** @param {Event} event */
  const onKey = (event) => {
    if (!(event instanceof CustomEvent)) return;
    dock.slide = event.detail.slide;
    act(dock, event.detail.name);
  };
  /** @param {Event} event */
  const onTurn = (event) => {
    if (event instanceof CustomEvent) dock.slide = event.detail;
    dock.why = '';
    draw(dock);
  };
  document.addEventListener('lab-live', onKey);
  document.addEventListener('lab-turned', onTurn);
  line.onmessage = ({ data: code }) => enter(dock, code);
  dock.stop = () => {
    dock.close();
    line.close();
    document.removeEventListener('lab-live', onKey);
    document.removeEventListener('lab-turned', onTurn);
    for (const mark of ['data-live-shown', 'data-live-room']) document.documentElement.removeAttribute(mark);
  };
  return dock;
};

/** @param {Component<DockData>} component */
export default function ({ data, parentElement }) {
  const element = parentElement.querySelector('[data-lab-root]');
  const dock = docks.get(element) ?? build(element, data);
  docks.set(element, dock);
  dock.data = data;
  if (data.code) enter(dock, data.code);
  draw(dock);
  return () => { if (!element.isConnected) dock.stop(); };
}
