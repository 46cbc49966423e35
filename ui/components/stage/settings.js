// How the simulations on this page's slides stand. The server keeps that; a run of one slide alone tells of it here.
/** @type {Stage.Show | null} */
let stage = null;

/** @param {Stage.Standing} told */
export const hear = ({ lesson, slide, setting, run, at }) => {
  if (lesson !== stage?.data.lesson || run !== stage.data.state.run) return;
  const { state } = stage.data;
  const name = `settings:${slide}`;
  if (at <= (state.stamps[name] ?? 0)) return; // known, or never kept
  const others = Object.entries(state.settings).filter(([key]) => key !== slide);
  const settings = Object.fromEntries(setting ? [...others, [slide, setting]] : others);
  stage.learn({ ...state, settings, stamps: { ...state.stamps, [name]: at } });
};

// The stage that is to be told.
/** @param {Stage.Show} show */
export const listenToSettings = (show) => {
  stage = show;
  return () => { if (stage === show) stage = null; };
};
