// The words of a slide on paper: as large as its frame allows. A frame that is still too small grows.
const TRIES = 8;

const sizes = (slide) => {
  const style = getComputedStyle(slide);
  return ['--least', '--most'].map((name) => parseFloat(style.getPropertyValue(name)));
};

const setSize = (slide, size) => slide.style.setProperty('--size', `${size.toFixed(2)}pt`);

const isTooMuch = (body) => body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth;

const fit = (slide) => {
  const body = slide.querySelector('.body');
  let [low, high] = sizes(slide);
  slide.dataset.fits = '';
  setSize(slide, high);
  if (!isTooMuch(body)) return;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const middle = (low + high) / 2;
    setSize(slide, middle);
    if (isTooMuch(body)) high = middle;
    else low = middle;
  }
  setSize(slide, low);
  if (isTooMuch(body)) delete slide.dataset.fits;
};

// Measured as wide as the paper is, whatever the screen.
export const fitSlides = () => {
  const sheet = document.querySelector('.slides');
  if (!sheet) return;
  sheet.dataset.measured = '';
  sheet.querySelectorAll('.slide').forEach(fit);
  delete sheet.dataset.measured;
};
