// A hand that draws the first slider from its lower end in an even motion, lets go, and what is seen meanwhile.
(() => {
  if (window !== window.top || window.drag) return;
  const SLIDER = ':is([data-lab-control], [data-testid=stSlider]) input[type=range]';
  const FRAME = 1000 / 60; // ms
  const rangeOf = () => document.querySelector(SLIDER);
  const fire = (node, event) => node.dispatchEvent(event);
  const drag = { done: null };
  // the runs along the slider are asked for when a hand comes near, and again where a busy server had none
  drag.isReady = (at) => {
    fire(rangeOf(), new window.FocusEvent('focusin', { bubbles: true }));
    return document.querySelector(at) !== null;
  };
  // On the bare page nothing follows the hand: its chart is drawn at each frame by Plotly alone.
  const draw = (plot, by) => {
    const data = plot.data.map((trace) => ({ ...trace, x: trace.x.map((one) => one + by) }));
    window.Plotly.react(plot, data, plot.layout);
  };
  const seek = (range, value, turn) => {
    if (Math.abs(value - Number(range.value)) < 1e-9) return;
    if (range.closest('[data-testid=stSlider]')) {
      draw(document.querySelector('.js-plotly-plot'), turn % 2 ? 0.1 : -0.1);
      return;
    }
    range.value = String(value);
    fire(range, new window.Event('input', { bubbles: true }));
  };
  drag.begin = ({ lasts, to }) => {
    const range = rangeOf();
    const [low, span] = [Number(range.min), Number(range.max) - Number(range.min)];
    const turns = Math.round((to * span) / (Number(range.step) || 1));
    let [pictures, fresh, longest, last, start, released] = [0, 0, 0, 0, 0, 0];
    drag.done = null;
    const observer = new MutationObserver(() => { fresh ||= performance.now(); });
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
      observer.observe(plot, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    // what the hand has asked for last is drawn one frame later, and then it lets go
    const letGo = (now) => {
      const frames = Math.min((now - start) / FRAME, turns);
      drag.done = { share: Math.min(1, pictures / frames), longest, exact: null };
      requestAnimationFrame(() => requestAnimationFrame(() => {
        [fresh, released] = [0, performance.now()];
        fire(range, new window.Event('change', { bubbles: true }));
        fire(document, new window.PointerEvent('pointerup', { bubbles: true }));
        requestAnimationFrame(await_);
      }));
    };
    const await_ = () => {
      if (fresh) {
        observer.disconnect();
        drag.done.exact = fresh - released;
      } else requestAnimationFrame(await_);
    };
    const frame = (now) => {
      if (start) longest = Math.max(longest, now - last);
      else start = now;
      last = now;
      pictures += fresh ? 1 : 0;
      fresh = 0;
      if (now - start >= lasts) {
        letGo(now);
        return;
      }
      const turn = Math.round((turns * (now - start)) / lasts);
      seek(range, low + turn * (Number(range.step) || 1), turn);
      requestAnimationFrame(frame);
    };
    fire(range, new window.PointerEvent('pointerdown', { bubbles: true }));
    requestAnimationFrame(frame);
  };
  window.drag = drag;
})();
