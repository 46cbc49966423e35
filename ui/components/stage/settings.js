// How the simulations on this page's slides stand, as the server last drew them.
/** @type {Map<string, { now: string, data: Stage.Standing }>} */
const heard = new Map(); // by lesson and slide
/** @type {Stage.Show | null} */
let stage = null;

/** @param {unknown} setting */
const written = (setting) => JSON.stringify(setting ?? null);

/** @param {Stage.Standing} one */
const pass = ({ lesson, slide, setting }) => {
  if (lesson !== stage?.data.lesson || stage.data.role !== 'hall') return;
  const { [slide]: known, ...others } = stage.state.settings;
  if (written(known) === written(setting)) return;
  stage.change({ settings: setting ? { ...others, [slide]: setting } : others }, { isKnownHere: true });
};

// Only what has changed here is passed on: two windows that told what they show would never come to rest.
/** @param {Stage.Standing} data */
export const hear = (data) => {
  const key = `${data.lesson} ${data.slide}`;
  const now = written(data.setting);
  if (heard.get(key)?.now === now) return;
  heard.set(key, { now, data });
  if (stage) pass(data);
};

// The stage that is to be told; it may come to the page after the slides.
/** @param {Stage.Show} show */
export const listenToSettings = (show) => {
  stage = show;
  for (const { data } of heard.values()) pass(data);
  return () => {
    if (stage !== show) return;
    stage = null;
    heard.clear();
  };
};
