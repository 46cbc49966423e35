// Turns the slides: three are drawn, one is seen. Turning to a neighbour asks nobody.
import { hush } from '../page/players.js';
import { SLOT, numberOf } from '../selectors.js';
import { fitAll } from './fit.js';

const slots = () => [...document.querySelectorAll(SLOT)];

// The slot that is shown; if the slide is not drawn yet the last one stays until it is.
export const shownSlot = () => slots().find((slot) => numberOf(slot) === document.documentElement.dataset.slideSlot);

/** @param {Stage.Show} show */
export const flip = (show) => {
  const found = Object.entries(show.data.slots).find(([, key]) => key === show.state.slide);
  show.root.toggleAttribute('data-waiting', !found);
  if (found) document.documentElement.dataset.slideSlot = found[0];
  const isPicture = show.data.role === 'speaker'; // what is small is looked at only
  const shown = document.documentElement.dataset.slideSlot;
  for (const slot of slots()) slot.inert = isPicture || numberOf(slot) !== shown;
  hush(slots().filter((slot) => numberOf(slot) !== shown)); // what is out of sight is not heard
  fitAll();
};

export const leave = () => {
  delete document.documentElement.dataset.slideSlot;
};
