// A node of the page with a class and a text; texts go in as text, never as markup.
/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K, name?: string, text?: string) => HTMLElementTagNameMap[K]} */
export const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
