// The bar under a chart: play, pause, scrub over precomputed moments, and the way to the table.
import { make } from './node.js';

const SLOW = 1000; // ms a moment, for those who asked their system for less motion

/** @param {number} count */
const pace = (count) => {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return SLOW;
  return Math.min(700, Math.max(160, 8000 / count));
};

/** @param {Charts.Chart} chart */
const count = (chart) => Math.max(0, ...chart.message.pictures.map((picture) => picture.frames.length));

/** @param {Charts.Chart} chart @param {boolean} on */
export const setPlaying = (chart, on) => {
  clearTimeout(chart.timer);
  chart.playing = on;
  if (chart.message) sayPlay(chart);
};

/** @param {Charts.Chart} chart */
const sayPlay = (chart) => {
  const { words } = chart.message;
  chart.bar.play.textContent = chart.playing ? `❚❚ ${words.pause}` : `▶ ${words.play}`;
  chart.bar.play.setAttribute('aria-label', chart.playing ? words.pause : words.play);
  chart.bar.caption.setAttribute('aria-live', chart.playing ? 'off' : 'polite');
};

const ONE_LINE = 40; // letters beside the buttons of a slide; a Chinese character takes two
const TWO_LINES = 140; // letters over these buttons: whoever tells more is heard and not read

/** @param {string} text */
export const wide = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

// What the bar shows of the moment the chart is at.
/** @param {Charts.Chart} chart */
export const sayMoment = (chart) => {
  const { words, pictures } = chart.message;
  const { node, scrub, caption, table } = chart.bar;
  node.toggleAttribute('data-still', chart.moment === null);
  table.textContent = chart.asTable ? words.picture : words.table;
  node.hidden = chart.moment === null && chart.message.tables.length === 0; // the page has its table beside
  if (chart.moment === null) return;
  const [longest] = pictures.filter((picture) => picture.frames.length === count(chart));
  const frame = longest.frames[chart.moment];
  scrub.max = String(count(chart) - 1);
  scrub.value = String(chart.moment);
  scrub.setAttribute('aria-label', words.moment);
  const said = chart.over?.at(-1)?.caption ?? (frame.caption || frame.name);
  scrub.setAttribute('aria-valuetext', said);
  caption.textContent = said;
  const letters = wide(caption.textContent);
  caption.toggleAttribute('data-long', letters > ONE_LINE);
  caption.toggleAttribute('data-story', letters > TWO_LINES);
  sayPlay(chart);
};

/** @param {Charts.Chart} chart @param {Charts.Draw} draw */
const tick = (chart, draw) => {
  chart.timer = setTimeout(() => {
    if (!chart.playing || chart.moment === null) return;
    const last = count(chart) - 1;
    chart.moment = Math.min(chart.moment + 1, last);
    if (chart.moment === last) setPlaying(chart, false);
    draw(chart);
    if (chart.playing) tick(chart, draw);
  }, pace(count(chart)));
};

/** @param {Charts.Chart} chart @param {Charts.Draw} draw */
const toggle = (chart, draw) => {
  setPlaying(chart, !chart.playing);
  if (!chart.playing) return;
  if ((chart.moment ?? 0) >= count(chart) - 1) {
    chart.moment = 0;
    draw(chart);
  }
  tick(chart, draw);
};

/** @param {Charts.Chart} chart @param {Charts.Draw} draw */
export const makeBar = (chart, draw) => {
  const node = make('div', 'lab-chart__bar');
  node.dataset.labBar = '';
  const play = make('button', 'lab-chart__play lab-chart__moves');
  play.dataset.labPlay = '';
  const scrub = make('input', 'lab-chart__scrub lab-chart__moves');
  const caption = make('span', 'lab-chart__caption lab-chart__moves');
  const table = make('button', 'lab-chart__as');
  play.type = table.type = 'button';
  Object.assign(scrub, { type: 'range', min: 0, step: 1, value: 0 });
  play.onclick = () => toggle(chart, draw);
  scrub.oninput = () => {
    setPlaying(chart, false);
    chart.moment = Number(scrub.value);
    draw(chart);
  };
  scrub.onkeydown = (event) => {
    if (event.key !== ' ' || event.repeat) return;
    event.preventDefault();
    toggle(chart, draw);
  };
  table.onclick = () => {
    chart.asTable = !chart.asTable;
    draw(chart);
  };
  node.dataset.still = '';
  node.append(play, scrub, caption, make('span', 'lab-chart__fill'), table);
  return { node, play, scrub, caption, table };
};
