// Where a part stands on its slide.
import { OVER, SLOT, STRIP } from './selectors.js';

// How far below the top of its slide a part stands; a slide may be shown smaller than it is, and be scrolled.
/** @param {HTMLElement} part */
export const topOf = (part) => {
  const { top } = part.getBoundingClientRect();
  const slide = part.closest(`${SLOT}, ${OVER}`);
  if (!slide?.offsetWidth) return top;
  const box = slide.getBoundingClientRect();
  return ((top - box.top) * slide.offsetWidth) / box.width + slide.scrollTop;
};

// How high the strip is that stands at the foot of the slide under a part, with the gap before it; 0 if there is none.
/** @param {HTMLElement} part */
export const stripUnder = (part) => {
  const strip = part.closest(SLOT)?.querySelector(STRIP);
  if (!(strip instanceof HTMLElement) || strip.contains(part) || !strip.offsetHeight) return 0;
  const block = strip.parentElement?.closest('[data-testid="stVerticalBlock"]');
  return strip.offsetHeight + ((block && parseFloat(getComputedStyle(block).rowGap)) || 0);
};
