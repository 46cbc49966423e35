// Whoever comes to another page or step begins at its top, by eye and by screen reader, however they came.
import { takeNoRoom } from '../room.js';
import { focusOn } from './focus.js';
import { heading } from './skip.js';

/** @type {string | null} */
let here = null;

/** @param {Component<{ place: string }>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  const before = here;
  here = data.place;
  if (before === null || before === here) return;
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) main.scrollTop = 0;
  focusOn(heading());
}
