// Looks at the first chart once a frame: when it was first drawn, and when a key press changed its data.
(() => {
  if (window !== window.top || window.probe) return;
  const sum = (numbers) => {
    let total = 0;
    for (let i = 0; i < (numbers?.length ?? 0); i += 1) total += Number(numbers[i]) * (1 + (i % 7)) || 0;
    return Math.round(total * 1000);
  };
  const look = () => {
    const chart = document.querySelector('.js-plotly-plot');
    if (!chart?._fullData || !chart.querySelector('.scatterlayer .trace, .barlayer .trace')) return '';
    return chart._fullData.map((trace) => [trace.x?.length, sum(trace.x), sum(trace.y)]).join();
  };
  const probe = { first: null, last: '', since: 0, run: null };
  const frame = () => {
    const now = performance.now();
    const seen = look();
    if (seen && probe.first === null) probe.first = now;
    if (seen !== probe.last) Object.assign(probe, { last: seen, since: now });
    const run = probe.run;
    if (run?.pressed && run.changed === null && seen && seen !== run.before) run.changed = now - run.pressed;
    if (run?.pressed && !seen) run.empty = true;
    requestAnimationFrame(frame);
  };
  probe.rests = (ms) => probe.last !== '' && performance.now() - probe.since >= ms;
  probe.mark = () => { probe.run = { before: look(), pressed: 0, changed: null, empty: false }; };
  addEventListener('keydown', () => {
    if (probe.run && !probe.run.pressed) probe.run.pressed = performance.now();
  }, true);
  window.probe = probe;
  requestAnimationFrame(frame);
})();
