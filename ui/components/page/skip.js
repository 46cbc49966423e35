// The way past the bar on top: the first heading of the page, or what follows the bar where there is none.
import { BAR } from '../selectors.js';
import { focusOn } from './focus.js';

const SKIP = '[data-testid="stSkipToContent"]';

export const heading = () => (
  /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="stMain"] h1'))
);

/** @returns {HTMLElement | null} */
const behindTheBar = () => {
  const bar = document.querySelector(BAR);
  const next = bar?.nextElementSibling ?? bar?.parentElement?.nextElementSibling;
  return next instanceof HTMLElement ? next : null;
};

/** @param {Event} event */
const skip = ({ target }) => {
  if (!(target instanceof Element) || !target.closest(SKIP)) return;
  const place = heading() ?? behindTheBar();
  focusOn(place);
  place?.scrollIntoView({ block: 'nearest' });
};

let isWatching = false;
export const skipTheBar = () => {
  if (isWatching) return;
  isWatching = true;
  document.addEventListener('click', skip); // behind Streamlit's own, which goes no further than the bar
};
