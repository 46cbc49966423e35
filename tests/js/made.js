// Stages as the scripts under test are given them.

export const slides = ['title', 'ask', 'run', 'end'].map((key, n) => ({
  key, title: `Slide ${key}`, stage: n < 2 ? 'opening' : 'work', part: 'warm_up', kind: 'text', said: 'Text',
  step: n ? key : '', minutes: 0, phases: 0,
}));

export const state = (over = {}) => ({
  slide: 'title', tongue: 'en', black: false, revealed: {}, settings: {}, timer: null, tool: null, clock: 'waiting',
  run: 1, at: 1000, stamps: {}, ...over,
});

/** A stage that notes what is asked of it: what was changed, what was done, and what it learnt of the server. */
export const show = (over = {}, data = {}) => {
  const made = {
    changes: [], done: [], learnt: [], said: [], sheet: null, keysOff: false, heardAt: 0, asked: 0,
    state: state(over),
    data: {
      lesson: 'ltv', role: 'hall', slides, slots: {}, controls: 0, done: 0, words: {}, help: [],
      tongues: ['en', 'zh', 'both'], exit: '/', state: state(over), ...data,
    },
    line: {
      say: () => made.said.push(structuredClone(made.state)),
      pass: (what) => made.said.push(what),
      close: () => {},
    },
    change: (patch) => {
      if (!patch) return;
      made.changes.push(patch);
      Object.assign(made.state, patch);
    },
    learn: (said) => {
      made.learnt.push(said);
      made.data.state = said;
    },
    perform: (what) => made.done.push(what),
    render: () => {},
  };
  return made;
};
