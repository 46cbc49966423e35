// The words of a slide on paper: as large as its frame allows. A frame that is still too small grows.
import { largest } from '../largest.js';

const TRIES = 8;

/** @param {HTMLElement} slide */
const sizes = (slide) => {
  const style = getComputedStyle(slide);
  return ['--least', '--most'].map((name) => parseFloat(style.getPropertyValue(name)));
};

/** @param {HTMLElement} slide @param {number} size */
const setSize = (slide, size) => slide.style.setProperty('--size', `${size.toFixed(2)}pt`);

/** @param {HTMLElement} body */
const isTooMuch = (body) => body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth;

/** @param {HTMLElement} slide */
const fit = (slide) => {
  const body = slide.querySelector('[data-lab-body]') ?? slide;
  const [least, most] = sizes(slide);
  /** @param {number} size */
  const fits = (size) => {
    setSize(slide, size);
    return !isTooMuch(body);
  };
  slide.dataset.fits = '';
  if (fits(most)) return;
  if (!fits(largest(least, most, TRIES, fits))) delete slide.dataset.fits;
};

// Measured as wide as the paper is, whatever the screen.
export const fitSlides = () => {
  const sheet = document.querySelector('[data-lab-slides]');
  if (!sheet) return;
  sheet.dataset.measured = '';
  sheet.querySelectorAll('[data-lab-slide]').forEach(fit);
  delete sheet.dataset.measured;
};
