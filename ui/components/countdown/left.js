// How the time that is left is written, and when it is said.
const MINUTE = 60;
const HOUR = 3600;
const SAID = [1, 5, 10];

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** @param {number} seconds */
export const written = (seconds) => {
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE)];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % MINUTE)}`;
};

/** The minutes that are to be said because the time has just fallen to them; 0 if none.
 * @type {(before: number, now: number) => number} */
export const passed = (before, now) => (before === Infinity
  ? 0
  : SAID.find((n) => before > n * MINUTE && now <= n * MINUTE) ?? 0);
