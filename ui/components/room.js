// A part that only listens takes no room, not even the gap that Streamlit leaves between elements.
/** @param {Pick<Element, 'closest'>} parentElement */
export const takeNoRoom = (parentElement) => {
  const box = parentElement.closest('[data-testid="stElementContainer"]');
  if (box) box.style.display = 'none';
};
