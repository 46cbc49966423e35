// A drawing of the lab, made by the server alone: nothing that anybody typed is in it.
/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap();

/** @param {Component<{ svg: string }>} component */
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector('[data-lab-drawing]');
  if (drawn.get(box) !== data.svg) {
    const { documentElement } = new window.DOMParser().parseFromString(data.svg, 'image/svg+xml');
    box.replaceChildren(document.importNode(documentElement, true));
  }
  drawn.set(box, data.svg);
  box.removeAttribute('data-undrawn');
}
