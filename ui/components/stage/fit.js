// Words as large as their room allows, down to a fiftieth of the screen's height and not below.
import { topOf } from '../place.js';

const LEAST = 0.72;
const TRIES = 7;
const seen = new WeakMap();

const parts = () => document.querySelectorAll(':is([class*="st-key-slide-slot-"], .st-key-stage-tool) [class*="st-key-fit-"]');

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

const isTooMuch = (part, room) => part.scrollHeight > room + 1 || part.scrollWidth > part.clientWidth + 1;

const setSize = (part, size) => part.style.setProperty('--fit', size.toFixed(3));

// The largest size that fits; false if not even the least does.
const search = (part, room, most) => {
  setSize(part, most);
  if (!isTooMuch(part, room)) return true;
  let [low, high] = [LEAST, most];
  for (let turn = 0; turn < TRIES; turn += 1) {
    const middle = (low + high) / 2;
    setSize(part, middle);
    if (isTooMuch(part, room)) high = middle;
    else low = middle;
  }
  setSize(part, low);
  return low > LEAST || !isTooMuch(part, room);
};

// Two languages under each other stand beside each other where they would not fit; what is only a
// reminder goes.
const fit = (part) => {
  const wasLeftOut = part.hasAttribute('data-left-out');
  part.removeAttribute('data-left-out'); // it has no place on the screen without it
  const room = Math.floor(window.innerHeight - topOf(part) - 2.4 * rem());
  const name = [room, part.parentElement.clientWidth, part.textContent, rem()].join();
  if (seen.get(part) === name || !part.parentElement.clientWidth) {
    part.toggleAttribute('data-left-out', wasLeftOut);
    return;
  }
  seen.set(part, name);
  const most = parseFloat(getComputedStyle(part).getPropertyValue('--fit-most')) || 1.5;
  part.removeAttribute('data-columns');
  part.style.removeProperty('--fit-room');
  if (!search(part, room, most)) {
    part.toggleAttribute('data-columns', true);
    const fits = search(part, room, most);
    part.toggleAttribute('data-left-out', !fits && /st-key-fit-reminder-/.test(part.className));
  }
  part.style.setProperty('--fit-room', `${room}px`);
};

let isAsked = false;
const around = new ResizeObserver(() => fitAll()); // what stands above a part has come to its size

export const fitAll = () => {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    for (const part of parts()) {
      fit(part);
      around.observe(part.parentElement.parentElement);
    }
  });
};

// Slides are drawn piece by piece; charts move by themselves and do not count.
export const keepFitting = () => {
  const isElsewhere = ({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('.lab-chart, .lab-stage');
  const observer = new MutationObserver((changes) => { if (!changes.every(isElsewhere)) fitAll(); });
  observer.observe(document.querySelector('[data-testid="stMain"]'), { childList: true, subtree: true, characterData: true });
  window.addEventListener('resize', fitAll);
  document.fonts?.ready.then(fitAll);
  return () => {
    observer.disconnect();
    around.disconnect();
    window.removeEventListener('resize', fitAll);
  };
};
