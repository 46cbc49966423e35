// A drawing of the lab, drawn once and again when it is another.
import { drawingOf } from './svg.js';

/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap();

/** @param {Component<{ svg: string }>} component */
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector('[data-lab-drawing]');
  if (drawn.get(box) !== data.svg) {
    box.replaceChildren(drawingOf(data.svg));
  }
  drawn.set(box, data.svg);
  box.removeAttribute('data-undrawn');
}
