// Two windows of a presentation: what a hand moves in one of them is seen in the other while it moves.
import { preview } from './follow.js';

/** @type {Set<Panels.Panel>} */
const panels = new Set();
/** @type {BroadcastChannel | null} */
let channel = null;

/** @param {Panels.Panel} panel @param {string} name @param {number} value */
const seeMoved = (panel, name, value) => {
  panel.shown.get(name)?.show?.(value);
  panel.moved.add(name);
  preview(panel, name);
};

const open = () => {
  channel = new BroadcastChannel('lab-panel');
  channel.onmessage = (/** @type {{ data: Panels.Seen }} */ { data: { live, name, value } }) => {
    for (const panel of panels) {
      if (!panel.root.isConnected) panels.delete(panel);
      else if (panel.message.live === live) seeMoved(panel, name, value);
    }
  };
};

// From now on the panel hears of the other window, if it stands on a slide.
/** @param {Panels.Panel} panel */
export const join = (panel) => {
  if (!panel.message.live) return;
  if (!channel) open();
  panels.add(panel);
};

/** @param {Panels.Panel} panel @param {string} name */
export const tellOther = (panel, name) => {
  const { live } = panel.message;
  if (live && channel) channel.postMessage({ live, name, value: panel.shown.get(name)?.value() });
};

// A key of the projector nudges a slider: it is seen at once, the server follows.
/** @param {Panels.Panel} panel @param {string} name @param {number} by */
export const nudge = (panel, name, by) => {
  const control = panel.message.controls.find((one) => one.name === name);
  if (control?.kind !== 'slider') return;
  const { low, high, step } = control;
  const steps = Math.max(1, Math.round((high - low) / NUDGES / step));
  const to = Math.min(Math.max(low, Number(panel.shown.get(name)?.value()) + by * steps * step), high);
  seeMoved(panel, name, control.whole ? Math.round(to) : Number(to.toFixed(10)));
};
const NUDGES = 20; // so many go from one end of a slider to the other, as on the server
