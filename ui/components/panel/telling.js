// What a reader sets and does goes to the server, each with its number, and is told again until it is known there.
const QUIET = 180; // ms after the last of several keys
const LOST = 4000; // ms after which the server is believed, though it has not heard

/** @param {Panels.Panel} panel @returns {Panels.Settings} */
export const settings = (panel) => Object.fromEntries(
  [...panel.shown].map(([name, control]) => [name, control.value()]),
);

/** @param {Panels.Panel} panel */
const isWaiting = (panel) => panel.held !== null || Boolean(panel.timer);

/** @param {Panels.Panel} panel */
export const mark = (panel) => {
  panel.root.toggleAttribute('data-asking', isWaiting(panel));
  window.labRest?.stir();
};

/** @param {Panels.Panel} panel @param {{ curve?: number[] }} [besides] */
export const tell = (panel, besides = {}) => {
  clearTimeout(panel.timer);
  panel.timer = 0;
  panel.number = Math.max(panel.number, panel.message.heard) + 1;
  panel.toldAt = Date.now();
  panel.actions = panel.actions.map((act) => (act.n ? act : { ...act, n: panel.number }));
  panel.send('moved', { n: panel.number, values: settings(panel), actions: panel.actions, ...besides });
  mark(panel);
};

// Keys may follow each other; what a hand has let go of is told at once.
/** @param {Panels.Panel} panel @param {boolean} isKey */
export const tellSoon = (panel, isKey) => {
  clearTimeout(panel.timer);
  if (!isKey) {
    tell(panel);
    return;
  }
  panel.timer = window.setTimeout(() => tell(panel), QUIET);
  mark(panel);
};

// The curve that was drawn goes with the settings, once.
/** @param {Panels.Panel} panel @param {number[]} curve */
export const tellCurve = (panel, curve) => tell(panel, { curve });

/** @param {Panels.Panel} panel @param {string} name */
export const act = (panel, name) => {
  panel.actions.push({ n: 0, do: name });
  tell(panel);
};

// Whether a message knows all that was told; if it was lost on the way, the server's word holds after a while.
/** @param {Panels.Panel} panel @param {number} heard */
export const isUpToDate = (panel, heard) => {
  panel.actions = panel.actions.filter(({ n }) => n > heard);
  return heard >= panel.number || Date.now() - panel.toldAt > LOST;
};
