// What a reader has set stands in the address, which a reload, a bookmark or a friend opens again.
// The entry of the history is replaced, so that Back leaves the page and not one move of a slider.
import { takeNoRoom } from '../room.js';

/** @param {Component<{ kept: string[], values: Record<string, string> }>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  const before = new URLSearchParams(location.search);
  const query = new URLSearchParams();
  for (const name of data.kept) {
    const value = before.get(name);
    if (value !== null) query.set(name, value);
  }
  for (const [name, value] of Object.entries(data.values)) query.set(name, value);
  const address = `${location.pathname}?${query}`;
  if (`${location.pathname}${location.search}` === address) return;
  window.history.replaceState(window.history.state, '', address);
}
