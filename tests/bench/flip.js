// Looks once a frame which slide is shown: how long after a key press that was another one, painted.
(() => {
  if (window !== window.top || window.flip) return;
  const flip = { pressed: 0, shown: null, before: null };
  const slot = () => document.documentElement.dataset.slideSlot ?? '';
  const frame = () => {
    if (flip.pressed && flip.shown === null && slot() !== flip.before) {
      requestAnimationFrame(() => { flip.shown ??= performance.now() - flip.pressed; });
    }
    requestAnimationFrame(frame);
  };
  flip.mark = () => Object.assign(flip, { pressed: 0, shown: null, before: slot() });
  addEventListener('keydown', () => { if (!flip.pressed) flip.pressed = performance.now(); }, true);
  window.flip = flip;
  requestAnimationFrame(frame);
})();
