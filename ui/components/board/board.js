// A board to type on. Its words are as large as their room allows; what is typed goes to the server in pauses.
const PAUSE = 600; // ms without a key until the server is told
const [LEAST, MOST] = [0.8, 9]; // rem
const boards = new WeakMap();

const setSize = (area, size) => { area.style.fontSize = `${size}rem`; };

const isTooMuch = (area) => area.scrollHeight > area.clientHeight || area.scrollWidth > area.clientWidth;

// The words stand in the middle: what is left above them is the padding.
const fit = (area) => {
  area.style.paddingTop = '0';
  let [low, high] = [LEAST, MOST];
  for (let turn = 0; turn < 8; turn += 1) {
    const middle = (low + high) / 2;
    setSize(area, middle);
    if (isTooMuch(area)) high = middle;
    else low = middle;
  }
  setSize(area, low);
  const { height } = area.style;
  area.style.height = '0';
  const words = area.scrollHeight;
  area.style.height = height;
  area.style.paddingTop = `${Math.max(0, (area.clientHeight - words) / 2.4)}px`;
};

const build = (area) => {
  const state = { area, sent: null, later: null };
  const send = () => {
    clearTimeout(state.later);
    if (area.value === state.sent) return;
    state.sent = area.value;
    state.tell('written', area.value);
  };
  area.addEventListener('input', () => {
    fit(area);
    clearTimeout(state.later);
    state.later = setTimeout(send, PAUSE);
  });
  area.addEventListener('blur', send);
  // Escape and the clicker's keys close the board: first what was typed is kept.
  document.addEventListener('keydown', (event) => {
    if (area.isConnected && ['Escape', 'PageDown', 'PageUp'].includes(event.key) && !event.isComposing) send();
  }, true);
  state.resized = new ResizeObserver(() => fit(area));
  state.resized.observe(area.parentElement);
  return state;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const area = parentElement.querySelector('textarea');
  const isNew = !boards.has(area);
  const state = boards.get(area) ?? build(area);
  boards.set(area, state);
  state.tell = setTriggerValue;
  area.setAttribute('aria-label', data.words.board);
  area.placeholder = data.words.hint;
  const isTyping = document.activeElement === area && area.value !== state.sent;
  if (isNew || (!isTyping && data.text !== area.value && data.text !== state.sent)) {
    area.value = data.text;
    state.sent = data.text;
    fit(area);
  }
  if (isNew) area.focus();
  return () => { if (!area.isConnected) { clearTimeout(state.later); state.resized.disconnect(); } };
}
