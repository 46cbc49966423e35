// Small pictures on the cards of the overview: asked for once it is open, so that a slide's turn carries none of them.
import { drawingOf } from '../drawing/svg.js';

/** @param {Stage.Show} show */
const addressOf = ({ data, state }) => {
  const asked = new URLSearchParams({ lang: data.language, revealed: Object.keys(state.revealed).join(',') });
  return `/present/pictures/${encodeURIComponent(data.lesson)}?${asked}`;
};

/** @param {string} said */
const pictureOf = (said) => (
  said.startsWith('<svg') ? drawingOf(said) : Object.assign(document.createElement('img'), { src: said, alt: '' })
);

// Puts a picture into each place that has one; without them the cards stay as they are.
/** @param {Stage.Show} show @param {Map<string, HTMLElement>} places by the keys of their slides */
export const hangPictures = async (show, places) => {
  try {
    const answer = await fetch(addressOf(show));
    if (!answer.ok) return;
    for (const [key, said] of Object.entries(await answer.json())) places.get(key)?.replaceChildren(pictureOf(said));
  } catch { /* a lab that cannot be reached shows titles and numbers */ }
};
