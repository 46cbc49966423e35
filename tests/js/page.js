// A page without a browser: what the scripts under test find there. To be imported before them.
import { Window } from 'happy-dom';

export const page = new Window({ url: 'http://lab.test/', width: 1366, height: 768 });
export const { document } = page;

const NAMES = [
  'document', 'location', 'localStorage', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'CSS',
  'MutationObserver', 'CustomEvent',
];
const CALLED = ['addEventListener', 'removeEventListener', 'dispatchEvent', 'getComputedStyle', 'matchMedia'];
for (const name of NAMES) globalThis[name] = page[name];
for (const name of CALLED) globalThis[name] = page[name].bind(page);
globalThis.window = page;
Object.defineProperty(globalThis, 'navigator', { value: page.navigator, configurable: true }); // newer Nodes have one
globalThis.requestAnimationFrame = (draw) => setTimeout(draw);

// Nothing here has a size, so what watches sizes is told by the test: `resized()`.
const watched = new Set();
globalThis.ResizeObserver = class {
  constructor(told) { this.told = told; }

  observe() { watched.add(this); }

  disconnect() { watched.delete(this); }
};
export const resized = () => [...watched].forEach((observer) => observer.told());

/** The body with this markup in it, and nothing left of the test before. */
export const lay = (markup) => {
  document.body.innerHTML = markup; // eslint-disable-line no-restricted-syntax -- a test's own markup
  return document.body;
};

/** Puts this markup behind all that is there. */
export const add = (markup) => document.body.append(document.createRange().createContextualFragment(markup));

/** Presses a key where the focus is, or on this node; whether the page kept it from the browser. */
export const press = (key, { on = document.activeElement ?? document.body, ...more } = {}) => {
  const event = new page.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more });
  on.dispatchEvent(event);
  return event.defaultPrevented;
};

/** Says each word it is asked for by its name, and keeps the places to fill in. */
export const words = new Proxy({}, {
  get: (_, name) => (typeof name === 'string' ? `${name}${PLACES[name] ?? ''}` : undefined),
});
const PLACES = {
  ahead: ' {time}', behind: ' {time}', over: ' {time}', left: ' {time}', minutes: ' {n}', slide_of: ' {n} of {all}',
  rows_left: ' {shown} of {all}', moved: ' {text} {place} {all}', up: ' {text}', down: ' {text}', name: ' {label}',
  place: ' {line}:{column}',
};

/** What happens after all that waits for its turn. */
export const turn = () => new Promise((resolve) => { setImmediate(resolve); });
