// Draws the arrows between the cards of the course map, and again whenever a card has another size or place.
import { cardOf } from '../selectors.js';
import { head, isInRowOf, route } from './route.js';

const NAMES = 'http://www.w3.org/2000/svg';
/** @typedef {{ ways: [string, string][] }} Ways */
/** @type {WeakMap<HTMLElement, Ways>} */
const maps = new WeakMap();

/** @param {import('./route.js').Point[]} points @param {string} [name] */
const line = (points, name = '') => {
  const path = document.createElementNS(NAMES, 'path');
  path.setAttribute('d', `M${points.map(([x, y]) => `${x} ${y}`).join('L')}${name && 'Z'}`);
  if (name) path.setAttribute('class', name);
  return path;
};

/** @param {HTMLElement} home */
const draw = (home) => {
  const origin = home.getBoundingClientRect();
  /** @param {string} id */
  const box = (id) => {
    const at = document.querySelector(cardOf(id))?.getBoundingClientRect();
    if (!at) return null;
    const [left, top] = [at.left - origin.left, at.top - origin.top];
    return { left, top, right: left + at.width, bottom: top + at.height };
  };
  const ways = maps.get(home)?.ways ?? [];
  const cards = ways.flat().flatMap((id) => box(id) ?? []);
  const marks = ways.flatMap(([one, other], nth) => {
    const [from, to] = [box(one), box(other)];
    if (!from || !to) return [];
    const floor = Math.max(...cards.filter((card) => isInRowOf(card, from)).map((card) => card.bottom));
    const points = route(from, to, floor, nth);
    return [line(points), line(/** @type {import('./route.js').Point[]} */ (head(points)), 'lab-arrows__head')];
  });
  const svg = document.createElementNS(NAMES, 'svg');
  svg.append(...marks);
  home.replaceChildren(svg);
  home.removeAttribute('data-undrawn');
};

/** @param {Component<Ways>} component */
export default function ({ data, parentElement }) {
  const home = parentElement.querySelector('[data-lab-arrows]');
  maps.set(home, data);
  draw(home);
  const watch = new ResizeObserver(() => draw(home));
  for (const id of new Set(data.ways.flat())) {
    const card = document.querySelector(cardOf(id));
    if (card) watch.observe(card);
  }
  watch.observe(document.body);
  return () => watch.disconnect();
}
