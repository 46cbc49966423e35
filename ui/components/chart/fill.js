// How high a chart is that fills its screen: what is left of it under the top of the page and over the foot.
const FOOT = 62; // px that the foot of a lesson takes, which is always in sight
const LEAST = 215; // px
const MOST = 640; // px
const LEAST_SHARE = 0.34; // of an upright phone, whose slider in use is to be in sight, too
const FAR = 430; // px from the top of the page from which a chart no longer shares its screen with what is above

// Where a node would begin if nobody had scrolled.
/** @param {HTMLElement} node */
const unscrolled = (node) => {
  let top = node.getBoundingClientRect().top;
  for (let part = node.parentElement; part; part = part.parentElement) top += part.scrollTop;
  return top;
};

// `beside` is what has to be in sight with the chart: its bar and its controls.
/** @param {HTMLElement} plot @param {HTMLElement[]} beside */
export const roomFor = (plot, beside) => {
  if (window.innerWidth <= 640) return Math.round(Math.max(LEAST, window.innerHeight * LEAST_SHARE));
  const top = unscrolled(plot);
  const taken = beside.reduce((sum, node) => sum + (node.offsetHeight ? node.offsetHeight + 4 : 0), 0);
  const left = window.innerHeight - FOOT - taken - (top < FAR ? top : 120);
  return Math.round(Math.min(MOST, Math.max(LEAST, left)));
};
