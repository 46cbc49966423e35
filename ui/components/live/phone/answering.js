// The ways to answer on a phone, one for each form of a poll: large targets, nothing to be typed that can be tapped.
import { fill, letter, make } from '../dom.js';

/** @param {Live.Form} form @param {Live.Phone} phone @returns {Live.Answering} */
const choice = (form, phone) => {
  const isSingle = (form.most ?? 1) === 1;
  const boxes = (form.options ?? []).map((option, place) => {
    const box = /** @type {HTMLInputElement} */ (
      make('input', { type: isSingle ? 'radio' : 'checkbox', name: 'choice', value: place }));
    const words = make('span', {}, option[phone.language]);
    return { box, row: make('label', { class: 'option' }, box, make('b', {}, letter(place)), words) };
  });
  const lead = make('legend', {}, isSingle ? phone.words.choose_one : phone.words.choose_many);
  return {
    root: make('fieldset', {}, lead, ...boxes.map(({ row }) => row)),
    read: () => boxes.flatMap(({ box }, place) => (box.checked ? [place] : [])),
    show: (value) => {
      boxes.forEach(({ box }, place) => { box.checked = Array.isArray(value) && value.includes(place); });
    },
  };
};

// A number as people type it: full width, decimal comma, percent and a Chinese minus are understood.
/** @param {string} typed */
export const numberOf = (typed) => {
  const plain = typed.normalize('NFKC').replace(/[−–—]/g, '-').replace(/[%\s]/g, '');
  const isGrouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain); // 0,125 is an eighth, 1,250 is not
  const read = isGrouped ? plain.replaceAll(',', '') : plain.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(read) ? Number(read) : null;
};

/** @param {Live.Form} form @param {Live.Phone} phone @returns {Live.Answering} */
const number = (form, phone) => {
  const field = /** @type {HTMLInputElement} */ (
    make('input', { id: 'answer', inputmode: 'decimal', autocomplete: 'off', maxlength: 20 }));
  const unit = form.unit?.[phone.language] ?? '';
  const label = `${phone.words.number}${unit ? ` (${unit})` : ''}`;
  return {
    root: make('div', {}, make('label', { for: 'answer' }, label), field),
    read: () => numberOf(field.value) ?? field.value,
    show: (value) => { field.value = value === undefined || value === null ? '' : String(value); },
  };
};

/** @param {Live.Form} _form @param {Live.Phone} phone @returns {Live.Answering} */
const words = (_form, phone) => {
  const field = /** @type {HTMLInputElement} */ (make('input', { id: 'answer', autocomplete: 'off', maxlength: 60 }));
  return {
    root: make('div', {}, make('label', { for: 'answer' }, phone.words.words), field),
    read: () => field.value,
    show: (value) => { field.value = typeof value === 'string' ? value : ''; },
  };
};

/** @param {Live.Form} form @param {Live.Phone} phone @returns {Live.Answering} */
const order = (form, phone) => {
  const items = form.items ?? [];
  let places = items.map((_, place) => place);
  const list = make('ol', { class: 'order' });
  /** @param {number} at @param {number} by */
  const move = (at, by) => {
    const to = at + by;
    if (to < 0 || to >= places.length) return;
    [places[at], places[to]] = [places[to], places[at]];
    lay();
    list.children[to]?.querySelectorAll('button')[by < 0 ? 0 : 1]?.focus();
  };
  /** @param {string} label @param {string} item @param {string} sign @param {() => void} onclick */
  const button = (label, item, sign, onclick) => make(
    'button', { type: 'button', 'aria-label': fill(label, { item }), onclick }, sign);
  const lay = () => list.replaceChildren(...places.map((place, at) => {
    const item = items[place][phone.language];
    return make('li', {}, make('span', {}, item),
      button(phone.words.up, item, '↑', () => move(at, -1)), button(phone.words.down, item, '↓', () => move(at, 1)));
  }));
  lay();
  return {
    root: make('div', {}, make('p', {}, phone.words.order), list),
    read: () => places,
    show: (value) => { if (Array.isArray(value)) { places = [...value]; lay(); } },
  };
};

/** @type {Record<string, (form: Live.Form, phone: Live.Phone) => Live.Answering>} */
const WAYS = { choice, number, words, order };

/** @param {Live.Form} form @param {Live.Phone} phone */
export const answering = (form, phone) => WAYS[form.kind]?.(form, phone) ?? null;
