// How far below the top of its slide a part stands; a slide may be shown smaller than it is, and be scrolled.
/** @param {HTMLElement} part */
export const topOf = (part) => {
  const { top } = part.getBoundingClientRect();
  const slide = part.closest('[class*="st-key-slide-slot-"], .st-key-stage-tool');
  if (!slide?.offsetWidth) return top;
  const box = slide.getBoundingClientRect();
  return ((top - box.top) * slide.offsetWidth) / box.width + slide.scrollTop;
};

// How high the strip is that stands at the foot of the slide under a part, with the gap before it; 0 if there is none.
/** @param {HTMLElement} part */
export const stripUnder = (part) => {
  const strip = part.closest('[class*="st-key-slide-slot-"]')?.querySelector('[class*="st-key-strip-"]');
  if (!(strip instanceof HTMLElement) || strip.contains(part) || !strip.offsetHeight) return 0;
  const block = strip.parentElement?.closest('[data-testid="stVerticalBlock"]');
  return strip.offsetHeight + ((block && parseFloat(getComputedStyle(block).rowGap)) || 0);
};
