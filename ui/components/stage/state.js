// What the windows agree on: which slide, black or not, what is revealed. Of two states the newer one holds.
/** @param {Stage.State} one @param {Stage.State} other */
export const isNewer = (one, other) => one.run > other.run || (one.run === other.run && one.at > other.at);

/** @param {Stage.Show} show @param {string} key */
export const slideAt = (show, key) => show.data.slides.findIndex((slide) => slide.key === key);

/** @param {Stage.Show} show */
export const here = (show) => Math.max(0, slideAt(show, show.state.slide));

/** @param {Stage.Show} show @param {Stage.Slide} slide */
export const phaseOf = (show, slide) => show.state.revealed[slide.key] ?? 0;

// How often something can still be revealed on the slide that is shown.
/** @param {Stage.Show} show */
export const hiddenHere = (show) => {
  const slide = show.data.slides[here(show)];
  return slide.phases - phaseOf(show, slide);
};

/** @param {Stage.State} state @param {Partial<Stage.State>} patch */
export const changed = (state, patch) => ({ ...state, ...patch, at: Math.max(Date.now(), state.at + 1) });

// One more reveal; after the last, a question is hidden again and a run loses its explanation.
/** @param {Stage.Show} show */
export const revealedOnce = (show) => {
  const slide = show.data.slides[here(show)];
  if (!slide.phases) return show.state.revealed;
  const first = slide.phases > 1 ? 1 : 0;
  const phase = phaseOf(show, slide);
  return { ...show.state.revealed, [slide.key]: phase < slide.phases ? phase + 1 : first };
};

// A state of a presentation that begins anew.
/** @type {(show: Stage.Show) => Partial<Stage.State>} */
export const anew = (show) => ({
  run: show.state.run + 1, slide: show.data.slides[0].key, revealed: {}, settings: {}, black: false,
  timer: null, tool: null, clock: 'waiting',
});

// What follows from a press on the clock's button.
/** @type {Partial<Record<Stage.Clock, Stage.Clock>>} */
export const nextClock = { waiting: 'running', running: 'paused', paused: 'running' };
