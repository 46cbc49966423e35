// How far below the top of its slide a part stands; a slide may be shown smaller than it is, and be scrolled.
/** @param {HTMLElement} part */
export const topOf = (part) => {
  const { top } = part.getBoundingClientRect();
  const slide = part.closest('[class*="st-key-slide-slot-"], .st-key-stage-tool');
  if (!slide?.offsetWidth) return top;
  const box = slide.getBoundingClientRect();
  return ((top - box.top) * slide.offsetWidth) / box.width + slide.scrollTop;
};
