// A page for paper: every chart becomes a picture before the page may be printed.
import { dress } from '../chart/look.js';
import { tracesAt } from '../chart/moment.js';
import { loadPlotly } from '../chart/script.js';
import { fitSlides } from './fit.js';

const HEIGHT = 360;
const SHARP = 'svg';
const root = document.documentElement;
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-print]'));

// Paper is white and its letters are black, whatever the screen is like.
const LOOK = {
  text: '#000000',
  back: '#ffffff',
  line: '#d0d0d0',
  font: 'Arial, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  rem: 16,
  dark: false,
};

/** @param {HTMLElement} figure */
const draw = async (figure) => {
  const image = figure.querySelector('img');
  const script = figure.querySelector('script');
  if (!image || !script || !window.Plotly) throw new Error('there is nothing to draw a chart from, with or on');
  const width = Number(figure.dataset.chart);
  const picture = JSON.parse(script.textContent ?? '');
  const layout = dress(picture.layout, LOOK, { width, height: HEIGHT });
  const drawing = { data: tracesAt(picture, 0), layout, config: { staticPlot: true } };
  image.width = width;
  image.height = layout.height;
  image.src = await window.Plotly.toImage(drawing, { format: SHARP, width, height: layout.height });
  await image.decode();
};

// A chart that cannot be drawn says in words what it would have shown.
/** @param {HTMLElement} figure */
const sayInstead = (figure) => {
  const image = figure.querySelector('img');
  if (!image) return;
  const words = document.createElement('p');
  words.textContent = image.alt;
  image.replaceWith(words);
};

const drawAll = async () => {
  const figures = [...document.querySelectorAll('figure[data-chart]')];
  if (figures.length) await loadPlotly(root.dataset.plotly ?? '');
  for (const figure of figures) {
    try {
      await draw(figure);
    } catch (error) {
      console.error(error);
      sayInstead(figure);
    }
  }
};

const finish = () => {
  fitSlides();
  root.dataset.labRest = ''; // as on every other page, see page/rest.js
  if (!button) return;
  button.disabled = false;
  button.textContent = button.dataset.print ?? '';
  button.addEventListener('click', () => window.print());
};

// What a lesson shows; a picture that does not come is its words.
const showAll = () => Promise.all(
  /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll('img[src*="/lab-media/"]')])
    .map((image) => image.decode().catch(() => {})),
);

window.labPrintReady = Promise.all([drawAll(), showAll(), document.fonts.ready])
  .catch(() => document.querySelectorAll('figure[data-chart]').forEach(sayInstead))
  .then(finish);
