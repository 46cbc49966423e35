// What the windows agree on: which slide, black or not, what is revealed. Each part of it carries the moment at which
// it was said, so that two windows which change different things at once lose neither.
const PARTS = ['slide', 'tongue', 'black', 'tool', 'timer', 'clock'];
const BY_SLIDE = ['revealed', 'settings'];

/** @param {Stage.State} state @param {string} name */
const momentOf = (state, name) => state.stamps[name] ?? 0;

// The parts of these states by name; what is kept by slide is a part for each slide, such as `revealed:ask`.
/** @param {any[]} states */
const namesOf = (...states) => new Set(states.flatMap((state) => [
  ...PARTS,
  ...BY_SLIDE.flatMap((name) => Object.keys(state[name] ?? {}).map((key) => `${name}:${key}`)),
  ...Object.keys(state.stamps ?? {}),
]));

/** @param {any} state @param {string} name */
const valueOf = (state, name) => {
  const [part, key] = [name.split(':', 1)[0], name.slice(name.indexOf(':') + 1)];
  return (BY_SLIDE.includes(part) ? state[part]?.[key] : state[name]) || null;
};

/** @param {any} value */
const sorted = (value) => (value === null || typeof value !== 'object' || Array.isArray(value) ? value
  : Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))));

/** @param {any} value */
const written = (value) => JSON.stringify(value, (_, inner) => sorted(inner));

// Whether `one` knows of something that `other` does not.
/** @param {Stage.State} one @param {Stage.State} other */
export const brings = (one, other) => one.run > other.run
  || (one.run === other.run && [...namesOf(one)].some((name) => momentOf(one, name) > momentOf(other, name)));

// Of each part the later one; of two that were said at the same moment the same one in every window.
/** @type {(one: Stage.State, other: Stage.State) => Stage.State} */
export const merged = (one, other) => {
  if (one.run !== other.run) return one.run > other.run ? one : other;
  /** @type {any} */
  const both = { ...one, stamps: {}, revealed: {}, settings: {}, at: Math.max(one.at, other.at) };
  for (const name of namesOf(one, other)) {
    const by = momentOf(one, name) - momentOf(other, name);
    const [ours, theirs] = [valueOf(one, name), valueOf(other, name)];
    const value = by > 0 || (by === 0 && written(ours) >= written(theirs)) ? ours : theirs;
    const [part] = name.split(':', 1);
    if (PARTS.includes(name)) both[name] = name === 'black' ? Boolean(value) : value;
    else if (BY_SLIDE.includes(part) && value !== null) both[part][name.slice(part.length + 1)] = value;
    const moment = Math.max(momentOf(one, name), momentOf(other, name));
    if (moment) both.stamps[name] = moment;
  }
  return both;
};

// Grows with everything that becomes known: windows in which it is the same show the same.
/** @param {Stage.State} state */
export const ageOf = (state) => Object.values(state.stamps).reduce((sum, moment) => sum + moment, 0);

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

// What a patch makes other than it was is said now; a presentation that begins anew has nothing left of the last.
/** @type {(state: Stage.State, patch: Partial<Stage.State>) => Stage.State} */
export const changed = (state, patch) => {
  const at = Math.max(Date.now(), state.at + 1);
  const after = { ...state, ...patch, at };
  if (after.run > state.run) return { ...after, stamps: {} };
  const fresh = [...namesOf(state, after)].filter((name) => (
    written(valueOf(state, name)) !== written(valueOf(after, name))
  ));
  return { ...after, stamps: { ...state.stamps, ...Object.fromEntries(fresh.map((name) => [name, at])) } };
};

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
