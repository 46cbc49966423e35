// The table behind a chart, asked for when a reader wants to see it; built from text and never from markup.
import { make } from './node.js';

/** @param {Charts.Value} value @param {Language} language */
const write = (value, language) => {
  if (typeof value !== 'number') return String(value ?? '');
  if (value === 0) return '0'; // never −0
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 1 ? 2 : 4;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: false });
  return format.format(value).replace('-', '−');
};

/** @type {(tag: 'th' | 'td', value: Charts.Value, language: Language, isWord: boolean) => HTMLElement} */
const cell = (tag, value, language, isWord) => {
  const node = make(tag, '', write(value, language));
  if (isWord) node.dataset.word = '';
  if (tag === 'th') node.setAttribute('scope', 'col');
  return node;
};

/** @param {Charts.Table} one @param {Words} words @param {Language} language @param {string} alt */
const build = ({ heads, rows, all }, words, language, alt) => {
  const isWord = heads.map((_, k) => typeof rows[0]?.[k] === 'string');
  const table = make('table');
  table.createTHead().insertRow().append(...heads.map((head, k) => cell('th', head, language, isWord[k])));
  const body = table.createTBody();
  for (const row of rows) body.insertRow().append(...row.map((value, k) => cell('td', value, language, isWord[k])));
  if (!all) return [table, make('p', 'lab-chart__more', alt)]; // why there is nothing to see
  if (rows.length === all) return [table];
  const note = words.rows_left.replace('{shown}', rows.length).replace('{all}', all);
  return [table, make('p', 'lab-chart__more', note)];
};

/** @param {Charts.Shown} one @param {string} text */
const say = (one, text) => {
  const node = make('p', 'lab-chart__more', text);
  node.setAttribute('role', 'status');
  one.table.replaceChildren(node);
};

/**
 * @param {Charts.Shown} one
 * @param {string} address
 * @param {Charts.Picture} picture
 * @param {Charts.Chart} chart
 */
export const fillTable = async (one, address, picture, chart) => {
  const { words, language, height } = chart.message;
  one.table.style.maxHeight = `${height}px`;
  one.table.setAttribute('aria-label', picture.alt);
  one.table.setAttribute('role', 'region');
  if (one.filled === address) return;
  one.filled = address;
  if (!one.table.firstChild) say(one, words.fetching);
  one.table.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`the table was refused: ${answer.status}`);
    const table = await answer.json();
    if (one.filled === address) one.table.replaceChildren(...build(table, words, language, picture.alt));
  } catch {
    if (one.filled !== address) return;
    one.filled = '';
    say(one, words.no_table);
  } finally {
    if (one.filled === address || !one.filled) one.table.removeAttribute('aria-busy');
  }
};
