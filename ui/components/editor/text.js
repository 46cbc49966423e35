// Texts as such: columns as Python counts them, what changed between two texts, two changes at once.

// Python counts characters, the browser counts halves of the rarer ones, such as an emoji.
/** @param {string} line @param {number} column */
export const toPython = (line, column) => [...line.slice(0, column)].length;

/** @param {string} line @param {number} column */
export const fromPython = (line, column) => [...line].slice(0, column).join('').length;

/** @param {string} text @param {number} at */
const isHalf = (text, at) => /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** @typedef {{ start: number, end: number, text: string }} Change */

// The one stretch in which two texts differ: from `start` to `end` of the old one stands `text` in the new one.
/** @param {string} old @param {string} fresh */
export const difference = (old, fresh) => {
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start += 1;
  if (isHalf(old, start) || isHalf(fresh, start)) start -= 1;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  if (isHalf(old, old.length - tail) || isHalf(fresh, fresh.length - tail)) tail -= 1;
  return { start, end: old.length - tail, text: fresh.slice(start, fresh.length - tail) };
};

/** @param {string} text @param {Change} one */
const put = (text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end);

// What comes out when both changed the same text; null if they did so at the same place.
/** @param {string} base @param {string} mine @param {string} theirs */
export const merge = (base, mine, theirs) => {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const [here, there] = [difference(base, mine), difference(base, theirs)];
  if (here.end < there.start) return put(put(base, there), here);
  if (there.end < here.start) return put(put(base, here), there);
  return null;
};

// A rare character that was torn in two cannot be sent.
/** @param {string} text */
export const whole = (text) => text.toWellFormed?.() ?? text;

const WORD = /[\w.\-/\u00C0-\u024F\u4E00-\u9FFF]/;
export const wordCharacters = WORD;

// Where the word begins that ends at this column.
/** @param {string} line @param {number} column */
export const wordStart = (line, column) => {
  let at = column;
  while (at > 0 && WORD.test(line[at - 1])) at -= 1;
  return at;
};
