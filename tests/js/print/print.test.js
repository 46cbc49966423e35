import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, page } from '../page.js';
import { fitSlides } from '../../../ui/components/print/fit.js';

// A slide on paper between 8 and 16 pt, whose words need `needs` px of 100 for each pt.
const slide = (needs) => {
  lay('<div data-lab-slides><div class="slide" data-lab-slide><div class="body" data-lab-body>words</div></div></div>');
  const made = document.querySelector('.slide');
  made.style.setProperty('--least', '8');
  made.style.setProperty('--most', '16');
  const size = () => parseFloat(made.style.getPropertyValue('--size'));
  const body = made.querySelector('.body');
  Object.defineProperty(body, 'clientHeight', { value: 100 });
  Object.defineProperty(body, 'scrollHeight', { get: () => size() * needs });
  fitSlides();
  return { size: size(), fits: 'fits' in made.dataset };
};

test('the words of a slide on paper are as large as they may be, as there is room, or too large for it', () => {
  assert.deepEqual(slide(6), { size: 16, fits: true });
  const found = slide(10);
  assert.ok(found.fits && found.size <= 10 && found.size > 9.9, `${found.size}`);

  assert.deepEqual(slide(20), { size: 8, fits: false });
});

test('a page without slides is left alone', () => {
  lay('<p>words</p>');

  assert.doesNotThrow(fitSlides);
});

test('every chart is a picture before the page may be printed, what cannot be drawn is said in words', async () => {
  const figure = (data) => '<figure data-chart="600"><img alt="A line that rises">'
    + `<script type="application/json">${data}</script></figure>`;
  lay(`${figure('{"data":[{"y":[1]}],"frames":[{"data":[{"y":[7]}]}],"layout":{}}')}${figure('no JSON')}`
    + '<button data-print="Print" disabled>Wait</button>');
  const drawings = [];
  page.Plotly = {
    toImage: async ({ data, layout }, { width }) => {
      drawings.push([data[0].y[0], layout.font.color, width]);
      return 'data:image/svg+xml,';
    },
  };
  page.HTMLImageElement.prototype.decode = async () => {};
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() } });
  let printed = 0;
  page.print = () => { printed += 1; };
  const { error } = console;
  const errors = [];
  console.error = (one) => errors.push(one.name);
  await import('../../../ui/components/print/print.js');
  await page.labPrintReady;
  console.error = error;
  const [drawn, told] = document.querySelectorAll('figure');
  const button = document.querySelector('button');
  button.click();

  assert.deepEqual([drawings, errors], [[[7, '#000000', 600]], ['SyntaxError']]);
  assert.match(drawn.querySelector('img').src, /^data:/);
  assert.deepEqual([told.querySelector('img'), told.querySelector('p').textContent], [null, 'A line that rises']);
  assert.deepEqual([button.disabled, button.textContent, printed], [false, 'Print', 1]);
  assert.ok('labRest' in document.documentElement.dataset);
});
