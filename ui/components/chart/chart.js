// The chart as a component of its own: shows what the server sends, and nothing again that it shows already.
import { chartIn, show, takeDown } from './drawing.js';
import { readLook } from './look.js';

/** @type {WeakMap<HTMLElement, string>} */
const texts = new WeakMap();

/** @param {Component<Uint8Array>} component */
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const chart = chartIn(root);
  const text = new TextDecoder().decode(data);
  const look = readLook(parentElement);
  const isNew = text !== texts.get(root);
  if (isNew || look.name !== chart.look.name) {
    texts.set(root, text);
    show(chart, isNew ? JSON.parse(text) : null, look);
  }
  return () => { if (!root.isConnected) takeDown(chart); };
}
