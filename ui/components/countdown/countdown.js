// The time that is left of an exam: it ticks here, from the end that the server named, and asks the server nothing.
import { passed, written } from './left.js';

/** @type {WeakMap<Element, number>} */
const running = new WeakMap();
const SECOND = 1000;

/** @param {Component<Countdown>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-countdown]');
  const digits = parentElement.querySelector('[data-lab-left]');
  const spoken = parentElement.querySelector('[data-lab-spoken]');
  parentElement.querySelector('[data-lab-label]').textContent = data.words.time_left;
  clearInterval(running.get(root));
  const offset = data.now - Date.now(); // the browser's clock may be wrong, the server's is what counts
  let before = Infinity;
  let isTold = false;
  const tick = () => {
    const left = Math.max(0, Math.ceil((data.ends - Date.now() - offset) / SECOND));
    digits.textContent = written(left);
    root.toggleAttribute('data-short', left <= 300);
    const minutes = passed(before, left);
    if (minutes) spoken.textContent = data.words.minutes_left.replace('{n}', minutes);
    before = left;
    if (left > 0 || isTold) return;
    isTold = true; // once: what comes of it is the server's to say, and a lost connection costs nothing
    setTriggerValue('over', Date.now());
  };
  tick();
  const timer = setInterval(tick, SECOND);
  running.set(root, timer);
  return () => clearInterval(timer);
}
