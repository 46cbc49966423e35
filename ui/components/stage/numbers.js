// The number of an action: given at the key, it goes with the action to the other window, to the server of
// either and into the record, so that each of them knows what it has done.

// Later than all that is known here, also where the clock of this computer is behind that of an earlier one.
/** @param {Stage.Show} show */
export const nextNumber = (show) => {
  const contained = Object.values(show.state.settings).map(({ done }) => done);
  show.asked = Math.max(Date.now(), Math.max(show.asked, show.data.done, ...contained) + 1);
  return show.asked;
};

// An action of the other window keeps its number. The hall alone, whose actions all have to be done, gives a
// later one to an action that has crossed with its own; beside it such an action comes with what the hall tells.
/** @param {Stage.Show} show @param {number} n */
export const numberHere = (show, n) => {
  if (show.data.role === 'hall' && n <= Math.max(show.asked, show.data.done)) return nextNumber(show);
  show.asked = Math.max(show.asked, n);
  return n;
};
