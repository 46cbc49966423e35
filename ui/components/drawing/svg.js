// A drawing as a node, in the colours of the page. It is made by the server alone: nothing that anybody typed is in it.
/** @param {string} svg */
export const drawingOf = (svg) => {
  const { documentElement } = new window.DOMParser().parseFromString(svg, 'image/svg+xml');
  return document.importNode(documentElement, true);
};
