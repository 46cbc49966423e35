// The numbered strip above the questions of a step. Texts go in as text, never as markup.
/**
 * @typedef {{ state: string, sign: string, words: string }} Numbered
 * @typedef {{ questions: Numbered[], current: number, label: string }} Strip
 */

/** Where each strip stood when it was drawn last. @type {WeakMap<HTMLElement, number>} */
const stood = new WeakMap();

/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K, cls: string, text: string) => HTMLElementTagNameMap[K]} */
const make = (tag, cls, text) => Object.assign(document.createElement(tag), { className: cls, textContent: text });

/** @param {Numbered} question @param {number} n @param {number} current */
const entry = (question, n, current) => {
  const item = document.createElement('li');
  const button = make('button', 'lab-questions__one', '');
  button.type = 'button';
  button.dataset.state = question.state;
  button.setAttribute('aria-label', question.words);
  button.title = question.words;
  if (n === current) button.setAttribute('aria-current', 'step');
  button.append(make('span', '', String(n)), make('span', 'lab-questions__sign', question.sign));
  item.append(button);
  return item;
};

/** @param {Component<Strip>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const before = stood.get(root);
  const held = root.contains(document.activeElement);
  const list = make('ol', '', '');
  data.questions.forEach((one, k) => {
    const item = entry(one, k + 1, data.current);
    /** @type {HTMLButtonElement} */ (item.firstElementChild).onclick = () => setTriggerValue('go', k + 1);
    list.append(item);
  });
  const nav = make('nav', '', '');
  nav.setAttribute('aria-label', data.label);
  nav.append(list);
  root.replaceChildren(nav);
  stood.set(root, data.current);
  root.removeAttribute('data-undrawn');
  const here = /** @type {HTMLElement | null} */ (root.querySelector('[aria-current]'));
  if (held || (before !== undefined && before !== data.current)) here?.focus({ preventScroll: true });
  if (before !== undefined && before !== data.current) root.scrollIntoView({ block: 'nearest' });
}
