// Keeps the focus where the reader was when the page takes away what had it, such as a button that was pressed.
const MAIN = '[data-testid="stMainBlockContainer"]';
/** Who has the focus, and what it lies in, innermost first. @type {HTMLElement[]} */
let trail = [];

/** @param {Event} event */
const note = ({ target }) => {
  trail = [];
  if (!(target instanceof HTMLElement) || !target.closest(MAIN)) return;
  for (let node = /** @type {HTMLElement | null} */ (target); node && !node.matches(MAIN); node = node.parentElement) {
    trail.push(node);
  }
};

/** Whoever points at something else has let go of what had the focus. */
const letGo = () => { trail = []; };

/** @param {HTMLElement | null | undefined} place */
export const focusOn = (place) => {
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
};

const look = () => {
  if (!trail.length || trail[0].isConnected) return;
  const near = trail.find((node) => node.isConnected);
  trail = [];
  if (document.activeElement && document.activeElement !== document.body) return;
  focusOn(near?.querySelector('[role=status]') ?? near);
};

let isWatching = false;
export const keepFocus = () => {
  if (isWatching) return;
  isWatching = true;
  document.addEventListener('focusin', note);
  document.addEventListener('pointerdown', letGo, true);
  // after the page has had its own chance to put the focus somewhere
  new MutationObserver(() => { if (trail.length && !trail[0].isConnected) requestAnimationFrame(look); })
    .observe(document.body, { childList: true, subtree: true });
};
