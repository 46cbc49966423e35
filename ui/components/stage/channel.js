// The other window on this computer: it hears of every change at once, without the server.
/** @param {Stage.Show} show @param {(state: Stage.State) => void} adopt @param {Stage.Perform} act */
export const join = (show, adopt, act) => {
  const line = new BroadcastChannel(`lab-present-${show.data.lesson}`);
  line.onmessage = ({ data }) => {
    if (data.state) adopt(data.state);
    if (data.act) act(data.act);
    if (data.hello && show.state.at) line.postMessage({ state: show.state });
  };
  line.postMessage({ hello: true });
  return line;
};
