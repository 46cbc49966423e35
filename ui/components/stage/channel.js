// The other window on this computer: it hears of every change at once, without the server. A message may come late,
// twice or not at all, so each brings all that is not known to have been heard, and a beat brings it again.
import { brings } from './state.js';

const BEAT = 2000; // ms
const GONE = 5 * BEAT; // ms of silence after which nobody is waited for

// Says and hears; `adopt` takes a state that brings something, `perform` does what the other window was told to do.
/**
 * @param {Stage.Show} show @param {(state: Stage.State) => void} adopt
 * @param {(what: Stage.Passed) => void} perform
 */
export const join = (show, adopt, perform) => {
  const channel = new BroadcastChannel(`lab-present-${show.data.lesson}`);
  const from = `${Date.now()}-${Math.random()}`;
  /** @type {Stage.Passed[]} */
  let unheard = [];
  /** @type {Record<string, number>} */
  const done = {};
  let heardAt = -Infinity;
  const isThere = () => Date.now() - heardAt <= GONE;
  const say = () => channel.postMessage({ from, state: show.state, actions: unheard });
  /** @param {Stage.Passed} what */
  const pass = (what) => {
    const actions = [...unheard, what];
    if (isThere()) unheard = actions;
    channel.postMessage({ from, state: show.state, actions });
  };
  /** @param {Stage.Said} said */
  const doAll = ({ from: whom = '', actions = [] }) => {
    for (const one of actions.filter(({ n }) => n > (done[whom] ?? 0))) {
      done[whom] = one.n;
      perform(one);
    }
    if (actions.length) channel.postMessage({ from, did: done[whom], of: whom });
  };
  channel.onmessage = (/** @type {{ data: Stage.Said }} */ { data }) => {
    heardAt = Date.now();
    if (data.hello) unheard = []; // who has just come takes all of the state
    if (data.of === from) unheard = unheard.filter(({ n }) => n > (data.did ?? 0));
    if (data.state) {
      adopt(data.state);
      if (brings(show.state, data.state)) say();
    }
    doAll(data);
    if (data.hello && show.state.at) say();
  };
  const beat = setInterval(() => {
    if (!isThere()) unheard = [];
    say();
  }, BEAT);
  channel.postMessage({ from, hello: true });
  return { say, pass, close: () => { clearInterval(beat); channel.close(); } };
};
