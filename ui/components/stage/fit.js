// Words as large as their room allows, down to a fiftieth of the screen's height and not below.
const LEAST = 0.72;
const TRIES = 7;
const seen = new WeakMap();

const parts = () => document.querySelectorAll('[class*="st-key-slide-slot-"] [class*="st-key-fit-"]');

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

const isTooMuch = (part, room) => part.scrollHeight > room + 1 || part.scrollWidth > part.clientWidth + 1;

const fit = (part) => {
  const room = Math.floor(window.innerHeight - part.getBoundingClientRect().top - 2.4 * rem());
  const name = [room, part.clientWidth, part.textContent.length, part.childElementCount, rem()].join();
  if (seen.get(part) === name || !part.clientWidth) return;
  seen.set(part, name);
  const most = parseFloat(getComputedStyle(part).getPropertyValue('--fit-most')) || 1.5;
  let [low, high] = [LEAST, most];
  const set = (size) => part.style.setProperty('--fit', size.toFixed(3));
  set(high);
  if (isTooMuch(part, room)) {
    for (let turn = 0; turn < TRIES; turn += 1) {
      const middle = (low + high) / 2;
      set(middle);
      if (isTooMuch(part, room)) high = middle;
      else low = middle;
    }
    set(low);
  }
  part.style.setProperty('--fit-room', `${room}px`);
};

const observer = new ResizeObserver((entries) => requestAnimationFrame(() => entries.forEach(({ target }) => {
  if (target.isConnected) fit(target);
})));

export const fitAll = () => {
  for (const part of parts()) {
    fit(part);
    observer.observe(part);
  }
};

export const stopFitting = () => observer.disconnect();
