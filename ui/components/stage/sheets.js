// What lies over a slide when it is called up: all slides, the box to go to one, the sheet of keys.
import { make } from '../chart/node.js';
import { hangPictures } from './pictures.js';
import { here } from './state.js';
import { switchKeys } from './keys.js';
import { toSlide } from './patches.js';

/** @param {Stage.Show} show @param {string} name @param {string} label @param {...Node} content */
const open = (show, name, label, ...content) => {
  const back = document.activeElement;
  const sheet = make('div', `lab-stage__sheet lab-stage__${name}`);
  Object.assign(sheet, { tabIndex: -1 });
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', label);
  const close = make('button', 'lab-stage__close', '✕');
  close.type = 'button';
  close.setAttribute('aria-label', show.data.words.close);
  close.onclick = () => show.closeSheet();
  sheet.append(make('h2', '', label), close, ...content);
  show.root.append(sheet);
  show.sheet = name;
  show.closeSheet = () => {
    sheet.remove();
    show.sheet = null;
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  };
  sheet.focus();
  return sheet;
};

/** @param {Stage.Show} show @param {string} key */
const goTo = (show, key) => {
  show.closeSheet();
  show.change(toSlide(show, key));
};

/** @param {KeyboardEvent} event @param {HTMLElement} grid */
const move = (event, grid) => {
  const cards = /** @type {HTMLElement[]} */ ([...grid.children]);
  const at = cards.findIndex((card) => card === document.activeElement);
  const wide = cards.filter((card) => card.offsetTop === cards[0].offsetTop).length;
  /** @type {Record<string, number>} */
  const ways = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide, PageDown: 1, PageUp: -1 };
  const by = ways[event.key];
  if (by === undefined) return;
  event.preventDefault();
  cards[Math.min(Math.max(0, at + by), cards.length - 1)].focus();
};

/** @param {Stage.Show} show */
const onPaper = (show) => {
  if (!show.data.paper) return [];
  const link = make('a', 'lab-stage__paper', show.data.words.paper);
  link.href = show.data.paper;
  link.target = '_blank';
  return [link];
};

/** @param {Stage.Show} show */
export const overview = (show) => {
  const grid = make('div', 'lab-stage__grid');
  const now = here(show);
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  show.data.slides.forEach((slide, n) => {
    const card = make('button', 'lab-stage__card');
    const place = make('i', 'lab-stage__stamp');
    card.type = 'button';
    Object.assign(card.dataset, { kind: slide.kind, stage: slide.part });
    place.setAttribute('aria-hidden', 'true');
    places.set(slide.key, place);
    if (n === now) card.setAttribute('aria-current', 'true');
    const words = make('span', 'lab-stage__words');
    const kind = make('small', '', `${slide.said} · ${slide.stage}`);
    words.append(make('b', '', String(n + 1)), make('span', '', slide.title), kind);
    card.append(place, words);
    card.onclick = () => goTo(show, slide.key);
    grid.append(card);
  });
  grid.onkeydown = (event) => move(event, grid);
  open(show, 'overview', show.data.words.overview, grid, ...onPaper(show));
  /** @type {HTMLElement} */ (grid.children[now]).focus();
  hangPictures(show, places);
};

// The slide of this number, else the first whose title holds these words.
/** @param {Stage.Show} show @param {string} said */
const search = (show, said) => {
  const words = said.trim().toLowerCase();
  if (!words) return undefined;
  if (/^\d+$/.test(words)) return show.data.slides[Number(words) - 1];
  return show.data.slides.find((slide) => slide.title.toLowerCase().includes(words));
};

/** @param {Stage.Show} show */
export const askWhere = (show) => {
  const { words } = show.data;
  const form = make('form');
  const box = make('input');
  const said = make('p', '', words.go_hint);
  said.setAttribute('role', 'status');
  box.setAttribute('aria-label', words.go_to);
  const placeholder = `1 – ${show.data.slides.length}`;
  Object.assign(box, { type: 'text', autocomplete: 'off', inputMode: 'numeric', placeholder });
  form.append(box, said);
  form.onsubmit = (event) => {
    event.preventDefault();
    const found = search(show, box.value);
    if (found) goTo(show, found.key);
    else said.textContent = words.go_none;
  };
  open(show, 'where', words.go_to, form);
  box.focus();
};

const BETWEEN = new Set(['/', '…']); // between keys, and none itself

/** @param {[string, Record<string, string>]} one */
const keyRow = ([keys, said]) => {
  const row = make('tr');
  const head = make('th');
  head.scope = 'row';
  keys.split(/\s+/).forEach((key) => head.append(BETWEEN.has(key) ? key : make('kbd', '', key), ' '));
  row.append(head, ...Object.entries(said).map(([lang, words]) => Object.assign(make('td', '', words), { lang })));
  return row;
};

/** @param {Stage.Show} show */
export const help = (show) => {
  const { words } = show.data;
  const table = make('table');
  table.append(...show.data.help.map(keyRow));
  const toggle = make('button', 'lab-stage__switch');
  toggle.type = 'button';
  const say = () => { toggle.textContent = show.keysOff ? words.keys_off : words.keys_on; };
  toggle.onclick = () => {
    show.keysOff = !show.keysOff;
    switchKeys(show.keysOff);
    say();
    show.render();
  };
  say();
  open(show, 'help', words.help, table, toggle);
};
