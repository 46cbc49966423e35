// One moment of a picture: its traces, with what the frame of that moment changes in each of them.
/** @param {any} value */
const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** @param {Plotly.Part} old @param {any} fresh */
const mix = (old, fresh) => {
  if (!isPlain(fresh)) return { ...old };
  const out = { ...old };
  for (const [name, value] of Object.entries(fresh)) {
    out[name] = isPlain(value) && isPlain(old[name]) ? mix(old[name], value) : value;
  }
  return out;
};

// A frame says only what changes in each trace.
/** @param {Charts.Picture} picture @param {number} moment */
export const tracesAt = (picture, moment) => {
  const frame = picture.frames[Math.min(moment, picture.frames.length - 1)];
  return picture.data.map((trace, k) => mix(trace, frame?.data[k]));
};
