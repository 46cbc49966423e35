// What scrolls beside the slides is reached by keyboard, too, in every browser.
import { SIDES } from '../selectors.js';

/** @param {HTMLElement} part */
const reach = (part) => {
  const scrolls = part.scrollHeight > part.clientHeight + 1;
  if (scrolls) part.tabIndex = 0;
  else part.removeAttribute('tabindex');
};

export const reachAll = () => document.querySelectorAll(SIDES).forEach((part) => {
  if (part instanceof HTMLElement) reach(part);
});
