// A number that is typed: full-width digits, a decimal comma, a per cent sign and a Chinese minus are read, too.
import { write } from './format.js';

const MINUS = /[−–—]/g;
const GROUPS = /^([+-]?\d{1,3})((?:[,， ]\d{3})+)(?=$|\s*[.%])/;

// The number, or null if it is none. What stands there as per cent may be typed with or without the sign.
/** @param {string} text @param {string} format */
export const read = (text, format) => {
  const plain = text.normalize('NFKC').trim().replace(MINUS, '-');
  const bare = plain.replace(GROUPS, (all) => all.replace(/[,， ]/g, '')).replace(',', '.');
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)\s*(%?)$/i.exec(bare);
  if (!found) return null;
  const number = Number(found[1]);
  const isPerCent = format.endsWith('%') && (Boolean(found[2]) || !found[1].includes('.') || Math.abs(number) > 1);
  if (found[2] && !format.endsWith('%')) return null;
  return isPerCent ? Number((number / 100).toPrecision(12)) : number;
};

// What is amiss with a number, as a word that is said of it; nothing if it may be set.
/** @param {number | null} number @param {Panels.Control} control */
export const fault = (number, control) => {
  if (number === null) return 'no_number';
  if (number < control.low || number > control.high) return 'outside';
  return control.whole && !Number.isInteger(number) ? 'whole' : null;
};

/** @param {string} template @param {string} text @param {Panels.Control} control */
export const sayFault = (template, text, control) => template
  .replace('{label}', () => control.label) // what is typed may hold a `$`, which means something to `replace`
  .replace('{low}', write(control.low, control.format))
  .replace('{high}', write(control.high, control.format))
  .replace('{value}', () => text.trim().slice(0, 20) || '–');
