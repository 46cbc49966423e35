// A countdown as the windows tell each other of it: begun, made longer or shorter, stopped and resumed.
const USUAL = 5;
const MINUTE = 60;

/** @type {(minutes: number) => Stage.Timer} */
export const started = (minutes) => {
  const seconds = (minutes || USUAL) * MINUTE;
  return { seconds, ends: Date.now() + seconds * 1000, left: null };
};

/** @param {Stage.Timer} timer */
export const secondsLeft = (timer) => timer.left ?? Math.max(0, Math.round((timer.ends - Date.now()) / 1000));

/** @type {(timer: Stage.Timer, by: number) => Stage.Timer} */
export const shifted = (timer, by) => {
  const left = Math.max(0, secondsLeft(timer) + by * MINUTE);
  const seconds = Math.max(MINUTE, timer.seconds + by * MINUTE);
  return timer.left === null ? { seconds, ends: Date.now() + left * 1000, left: null } : { ...timer, seconds, left };
};

/** @type {(timer: Stage.Timer) => Stage.Timer} */
export const paused = (timer) => (timer.left === null
  ? { ...timer, left: secondsLeft(timer) }
  : { ...timer, ends: Date.now() + timer.left * 1000, left: null });

/** @param {number} seconds */
export const written = (seconds) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;
