// Elements in one call, words always as text: nothing that somebody typed is ever read as markup.

/** @param {string} tag @param {Record<string, any>} attributes @param {(Node | string)[]} children */
export const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
};

/** @param {string} words @param {Record<string, unknown>} values */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

// The letter before an option: A, B, C, …
/** @param {number} place */
export const letter = (place) => String.fromCharCode(65 + place);

/** @param {number} value */
export const short = (value) => String(Number(value.toPrecision(4))).replace('-', '−');
