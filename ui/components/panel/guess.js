// What a reader predicted, drawn on the chart beside what the run says: a line across the axis that it is read on.
const YOU = { day: '#8f6400', night: '#f2c14e' }; // no colour of a run
const AIR = 0.04; // of an axis beyond a prediction that lies outside it

/** @param {string} axis */
const isAcross = (axis) => axis.startsWith('y');

/** @param {string} axis */
const keyOf = (axis) => `${axis[0]}axis${axis.slice(1)}`;

// An axis reaches as far as the prediction; one that runs backwards goes on to do so.
/** @param {any} range @param {number} at */
const reaching = (range, at) => {
  if (!Array.isArray(range) || !range.every(Number.isFinite)) return range;
  const [from, to] = range;
  const air = Math.abs(to - from) * AIR;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const wide = [at < low ? at - air : low, at > high ? at + air : high];
  return from <= to ? wide : wide.reverse();
};

/** @param {string} axis @param {number} at @param {object} line */
const stroke = (axis, at, line) => (isAcross(axis)
  ? { type: 'line', xref: 'x domain', x0: 0, x1: 1, yref: axis, y0: at, y1: at, line, layer: 'above' }
  : { type: 'line', xref: axis, x0: at, x1: at, yref: 'paper', y0: 0, y1: 1, line, layer: 'above' });

// The name at the end of a line, on the side of it where the other name is not.
/** @param {string} axis @param {number} at @param {string} text @param {boolean} isFirst @param {object} look */
const name = (axis, at, text, isFirst, look) => ({
  text, showarrow: false, ...look,
  ...(isAcross(axis)
    ? {
      xref: 'x domain', x: isFirst ? 0.01 : 0.99, xanchor: isFirst ? 'left' : 'right', yref: axis, y: at,
      yanchor: 'bottom',
    }
    : { xref: axis, x: at, xanchor: isFirst ? 'right' : 'left', yref: 'paper', y: isFirst ? 1 : 0.9, yanchor: 'top' }),
});

/** @param {Plotly.Part} layout @param {Panels.Guess} guess @param {number | null} run @param {Charts.Look} look */
export const guessed = (layout, guess, run, look) => {
  const { axis, you, words } = guess;
  if (you === null) return layout;
  const key = keyOf(axis);
  const font = { family: look.font };
  const own = look.dark ? YOU.night : YOU.day;
  const mine = name(axis, you, `<b>${words.you}</b>`, true, { font: { ...font, color: own }, bgcolor: look.back });
  const shapes = [stroke(axis, you, { color: own, width: 3, dash: 'dash' })];
  const annotations = [mine];
  if (run !== null) {
    shapes.push(stroke(axis, run, { color: look.text, width: 1.5, dash: 'dot' }));
    annotations.push(name(axis, run, words.run, false, { font: { ...font, color: look.text }, bgcolor: look.back }));
  }
  return {
    ...layout,
    [key]: { ...layout[key], range: reaching(layout[key]?.range, you) },
    shapes: [...(layout.shapes ?? []), ...shapes],
    annotations: [...(layout.annotations ?? []), ...annotations],
  };
};

// A curve that was drawn, under that of the run, with its name at its end.
/** @param {Panels.Guess} guess @param {Charts.Look} look @returns {Plotly.Part[]} */
export const curved = ({ axis, curve, words }, look) => {
  if (!curve) return [];
  const [x, y] = curve;
  const own = look.dark ? YOU.night : YOU.day;
  return [{
    type: 'scatter', mode: 'lines+text', meta: 'guess', hoverinfo: 'skip', showlegend: false, cliponaxis: false,
    x, y, ...(axis === 'y' ? {} : { yaxis: axis }), line: { color: own, width: 3, dash: 'dash' },
    text: x.map((_, k) => (k === x.length - 1 ? `<b>${words.you}</b>` : '')), textposition: 'top left',
    textfont: { color: own },
  }];
};

// What the chart of a panel draws besides its run; nothing where nothing was predicted.
/** @param {Panels.Panel} panel @returns {Charts.Chart['mark']} */
export const markOf = (panel) => {
  const { guess } = panel.message;
  if (!guess) return null;
  return (layout, look) => {
    const run = (guess.measure ? panel.moving?.[guess.measure] : null) ?? guess.run;
    return { layout: guessed(layout, guess, run, look), traces: curved(guess, look) };
  };
};
