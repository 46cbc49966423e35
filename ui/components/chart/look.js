// How a picture looks on this page: fonts and furniture from the theme, colours for light or dark.
import { grow } from './grow.js';

/** @type {Record<string, string>} */
const PARTNERS = {
  '0072b2': '56b4e9',
  d55e00: 'f0803c',
  '009e73': '2bc79a',
  cc79a7: 'e29bc3',
};

/** @param {string} hex */
const rgb = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
const DECIMAL = Object.fromEntries(
  Object.entries(PARTNERS).map(([day, night]) => [rgb(day).join(), rgb(night).join(', ')]),
);

/** @param {string} colour */
const brightness = (colour) => {
  const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  probe.fillStyle = colour || '#ffffff';
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
};

const known = new Map(); // background → brightness, so that a slider does not paint a pixel each time

// What the theme says, with a name that changes when any of it does.
/** @param {Element} parentElement */
export const readLook = (parentElement) => {
  const style = getComputedStyle(parentElement);
  /** @param {string} name */
  const get = (name) => style.getPropertyValue(name).trim();
  const back = get('--st-background-color');
  if (!known.has(back)) known.set(back, brightness(back));
  /** @type {Charts.Look} */
  const look = {
    text: get('--st-text-color'),
    back,
    line: get('--st-border-color'),
    font: get('--st-font') || 'sans-serif',
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    dark: known.get(back) < 0.5,
  };
  look.name = Object.values(look).join('|');
  return look;
};

/** @param {string} text */
const swap = (text) => {
  const hex = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(text);
  if (hex) return PARTNERS[hex[1].toLowerCase()] ? `#${PARTNERS[hex[1].toLowerCase()]}${hex[2] ?? ''}` : text;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)$/i.exec(text);
  const night = parts && DECIMAL[parts.slice(1, 4).join()];
  if (night) return `rgba(${night}, ${parts[4] ?? 1})`;
  // inside words, such as a label with a coloured dot
  return text.replace(/#([0-9a-f]{6})\b/gi, (all, name) => {
    const partner = PARTNERS[name.toLowerCase()];
    return partner ? `#${partner}` : all;
  });
};

// The same figure with each colour of the palette by its lighter partner when the page is dark.
/** @type {(value: any, look: Charts.Look) => any} */
export const recolour = (value, look) => {
  if (!look.dark) return value;
  if (typeof value === 'string') return swap(value);
  if (Array.isArray(value)) {
    if (typeof value.at(-1) === 'string') return value.map((item) => recolour(item, look)); // a step of a colour scale
    return typeof value[0] === 'number' || value[0] === null ? value : value.map((item) => recolour(item, look));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, recolour(item, look)]));
};

/** @param {any} title @param {number} size */
const titled = (title, size) => {
  const words = typeof title === 'string' ? { text: title } : title;
  return words && { standoff: 8, ...words, font: { size, ...words.font } };
};

/** @param {Plotly.Part} given @param {Charts.Look} look @param {number} size */
const axis = (given, look, size) => ({
  automargin: true,
  fixedrange: true,
  zeroline: false,
  gridcolor: look.line,
  linecolor: look.line,
  zerolinecolor: look.line,
  ...given,
  title: titled(given?.title, size),
});

// Screens of 4:3 have less room beside a chart, so that more stands above it; on an upright phone all does.
const NARROW = 3 / 2;
const UPRIGHT = 1;
const FOOT = 2.4; // rem at the foot of a slide that a projected chart leaves free

/** @param {number} share */
const least = (share) => {
  const shape = window.innerWidth / window.innerHeight;
  return shape <= UPRIGHT ? share * 0.5 : shape < NARROW ? share * 0.8 : share;
};

// In a hall the smallest words of a chart, 13 of 16 beside a text, are read from the last row; a phone has no hall.
const HALL = 1.07 / (13 / 16);

const UNDER_A_NAME = 0.75; // of its height has a picture beside another: names, question and measures stand over both
const APART = 0.35; // of a letter's height lie the numbers of an axis under it: large ones would meet in the corner

// How much larger a picture is drawn than it says; two beside each other are read from the last row as one is.
/** @param {number} rem @param {number | null} [share] */
export const scaleOf = (rem, share) => {
  const isHall = share && window.innerWidth > UPRIGHT * window.innerHeight;
  return (rem / 16) * (isHall ? HALL : 1);
};

// How high a picture is: as it asks, within the screen; on a projector all that is left under `top`, and
// no less than this share of the screen.
/**
 * @param {Plotly.Part} layout
 * @param {number} scale
 * @param {number} height
 * @param {Omit<Charts.Room, 'width' | 'height'> & { rem: number }} room
 */
const tallness = (layout, scale, height, { share, top, below, rem }) => {
  if (share) {
    const left = window.innerHeight - (top ?? 0) - (below ?? 0) - FOOT * rem;
    return Math.floor(Math.max(window.innerHeight * least(share), left));
  }
  const tall = (layout.height ?? height) * scale;
  return scale > 1 ? Math.min(tall, Math.max(window.innerHeight * 0.7, layout.height ?? height)) : tall;
};

// The picture's layout with what the page adds: size, font, grid, background; the picture's own word wins
// except for size.
/** @param {Plotly.Part} given @param {Charts.Look} look @param {Charts.Room} room */
export const dress = (given, look, { width, height, share, top, below, isBeside }) => {
  const scale = scaleOf(look.rem, share);
  const size = (width < 480 && !share ? 12 : 14) * scale;
  const part = share && share * (isBeside ? UNDER_A_NAME : 1);
  const layout = share ? grow(given, scale) : given;
  const out = {
    dragmode: false,
    hovermode: 'closest',
    margin: grow({ margin: { l: 48, r: 16, t: 16, b: 44 } }, share ? scale : 1).margin,
    legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' },
    hoverlabel: { bgcolor: look.back, bordercolor: look.line, font: { color: look.text, family: look.font, size } },
    ...layout,
    font: { family: look.font, color: look.text, size, ...layout.font },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    autosize: false,
    width,
    height: tallness(given, scale, height, { share: part, top, below, rem: look.rem }),
  };
  const axes = Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name));
  for (const name of new Set(['xaxis', 'yaxis', ...axes])) {
    out[name] = axis(layout[name], look, size);
    if (share && name.startsWith('x')) out[name].ticklabelstandoff ??= Math.round(APART * size);
  }
  return out;
};
