// Where measures and controls stand: in the panel, or on a slide in a port of their own beside and under the chart.
import { make } from '../chart/node.js';

/** @type {Set<Panels.Panel>} */
const waiting = new Set();

/** @param {string} part @param {string} name */
const portOf = (part, name) => document.querySelector(`[data-lab-port="${part}:${CSS.escape(name)}"]`);

// Puts both where they belong; the port may come later than the panel, which is then placed again.
/** @param {Panels.Panel} panel */
export const place = (panel) => {
  const { port } = panel.message;
  if (!port) return;
  waiting.add(panel);
  for (const part of /** @type {('measures' | 'controls')[]} */ (['measures', 'controls'])) {
    const node = panel.parts[part];
    const at = portOf(part, port);
    if (at && node.parentElement !== at) at.replaceChildren(node);
  }
};

// A port that has come: whoever stands in it is put there.
/** @param {HTMLElement} node */
export const open = (node) => {
  for (const panel of waiting) {
    if (!panel.root.isConnected) waiting.delete(panel);
    else if (node.dataset.labPort?.endsWith(`:${panel.message.port}`)) place(panel);
  }
};

/** @param {Component<{ name: string }>} component */
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('[data-lab-root]');
  let node = root.querySelector('[data-lab-port]');
  if (node?.dataset.labPort === data.name) return;
  node = make('div', 'lab-port');
  node.dataset.labPort = data.name;
  root.replaceChildren(node);
  open(node);
}
