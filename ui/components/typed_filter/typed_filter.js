// Narrows the glossary down while a word is being typed; Enter asks the server, as without this script.
import { entryOf, LETTERS, SEARCH } from '../selectors.js';

/** @typedef {{ also: Record<string, string>, words: Words }} Filter */
/** @type {Filter} */
let now = { also: {}, words: {} };

/** @param {string} text @param {string} query */
export const isFound = (text, query) => (
  query.toLowerCase().split(/\s+/).every((word) => text.toLowerCase().includes(word))
);

/** @param {HTMLElement} said @param {string} query */
export const narrow = (said, query) => {
  const asked = query.trim();
  let count = 0;
  for (const [id, also] of Object.entries(now.also)) {
    const entry = document.querySelector(entryOf(id));
    if (!(entry instanceof HTMLElement)) continue;
    const isShown = isFound(`${entry.textContent}\n${also}`, asked);
    entry.hidden = !isShown;
    entry.style.display = isShown ? '' : 'none'; // Streamlit's own style is stronger than the attribute
    count += Number(isShown);
  }
  for (const letters of document.querySelectorAll(LETTERS)) {
    if (letters instanceof HTMLElement) letters.style.display = asked ? 'none' : '';
  }
  said.textContent = asked ? now.words.found.replace('{n}', String(count)) : '';
};

/** @param {Component<Filter>} component */
export default function ({ data, parentElement }) {
  const said = parentElement.querySelector('[data-lab-filter]');
  now = data;
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(SEARCH));
  if (!field) return undefined;
  const typed = () => narrow(said, field.value);
  typed();
  field.addEventListener('input', typed);
  return () => field.removeEventListener('input', typed);
}
