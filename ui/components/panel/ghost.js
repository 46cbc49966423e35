// The run before as a thin ghost behind the one that stands there, and a kept run in the same picture where the view
// allows it: lines as lines, the ends of bars as strokes, a few dots as rings. What would hide the run has none.
const MOST_DOTS = 40;
const GREY = '#8a94a0';
const DATA = new Set(['scatter', 'bar', 'waterfall']);

/** @param {any} values */
const numbers = (values) => (Array.isArray(values) ? values : []);

/** @param {Plotly.Part} trace */
const isShown = (trace) => trace.visible !== false && numbers(trace.x).length > 0 && numbers(trace.y).length > 0;

/** @param {Plotly.Part} trace */
const common = ({ xaxis, yaxis }) => ({
  type: 'scatter', hoverinfo: 'skip', showlegend: false, meta: 'ghost',
  ...(xaxis && { xaxis }), ...(yaxis && { yaxis }),
});

/** @param {Plotly.Part} trace @param {boolean} isStrong */
const line = (trace, isStrong) => ({
  ...common(trace), mode: 'lines', x: trace.x, y: trace.y,
  line: { color: GREY, width: isStrong ? 2.5 : 1.5, dash: isStrong ? 'solid' : 'dot', ...shape(trace) },
});

/** @param {Plotly.Part} trace */
const shape = (trace) => (trace.line?.shape ? { shape: trace.line.shape } : {});

/** @param {Plotly.Part} trace */
const rings = (trace) => ({
  ...common(trace), mode: 'markers', x: trace.x, y: trace.y,
  marker: { symbol: 'circle-open', size: 8, color: GREY, line: { width: 1.5 } },
});

/** @param {Plotly.Part} trace @param {boolean} isStrong */
const ends = (trace, isStrong) => {
  const isAcross = trace.orientation === 'h';
  const lengths = numbers(isAcross ? trace.x : trace.y);
  const base = Array.isArray(trace.base) ? trace.base : lengths.map(() => trace.base ?? 0);
  const at = lengths.map((length, k) => (length === null ? null : length + base[k]));
  return {
    ...common(trace), mode: 'markers', x: isAcross ? at : trace.x, y: isAcross ? trace.y : at,
    marker: {
      symbol: isAcross ? 'line-ns' : 'line-ew', size: 18, color: GREY, line: { width: isStrong ? 3 : 2, color: GREY },
    },
  };
};

/** @param {Plotly.Part} trace @param {boolean} isStrong @returns {Plotly.Part | null} */
const ghost = (trace, isStrong) => {
  if (trace.type === 'bar') return ends(trace, isStrong);
  const mode = trace.mode ?? 'lines';
  if (trace.type !== 'scatter' || trace.fill || /text/.test(mode)) return null;
  if (/lines/.test(mode)) return line(trace, isStrong);
  return numbers(trace.x).length <= MOST_DOTS ? rings(trace) : null;
};

/** @param {Charts.Picture} picture */
const bars = (picture) => picture.data.filter((trace) => trace.type === 'bar' && isShown(trace));

/** @param {Charts.Picture} picture */
const isStacked = (picture) => bars(picture).length > 1 && picture.layout.barmode !== 'overlay';

// The traces of a ghost; none of a trace that would be a cloud over the run.
/** @param {Charts.Picture} picture @param {boolean} [isStrong] @returns {Plotly.Part[]} */
export const ghostOf = (picture, isStrong = false) => {
  const seen = picture.data.filter((trace) => isShown(trace) && !(trace.type === 'bar' && isStacked(picture)));
  return seen.flatMap((trace) => ghost(trace, isStrong) ?? []);
};

// Whether all that two pictures show can stand in one of them.
/** @param {Charts.Picture[]} pictures */
export const canOverlay = (pictures) => pictures.length === 2 && pictures.every((picture) => {
  const shown = picture.data.filter(isShown);
  const telling = shown.filter((trace) => !/text/.test(trace.mode ?? '') || /lines|markers/.test(trace.mode ?? ''));
  return telling.length > 0 && !isStacked(picture)
    && telling.every((trace) => DATA.has(trace.type) && ghost(trace, true) !== null);
});
