// What scrolls beside the slides is reached by keyboard, too, in every browser.
const SIDES = ':is([class*="st-key-answer-here-"], [class*="st-key-beside-"], [class*="st-key-next-"])';

/** @param {HTMLElement} part */
const reach = (part) => {
  const scrolls = part.scrollHeight > part.clientHeight + 1;
  if (scrolls) part.tabIndex = 0;
  else part.removeAttribute('tabindex');
};

export const reachAll = () => document.querySelectorAll(`[class*="st-key-side-slot-"] ${SIDES}`).forEach((part) => {
  if (part instanceof HTMLElement) reach(part);
});
