// A list to put in order: rows are moved as nodes, so that focus stays on the row that moves.
/**
 * @typedef {{ id: string, text: string, pictures?: string[] }} Row
 * @typedef {object} Ordering the list, what is said of it aloud, and what was sent last
 * @property {HTMLElement} list
 * @property {HTMLElement} said
 * @property {Words} words
 * @property {Send} set
 * @property {string} [sent]
 * @property {string} [named]
 * @property {boolean} [closed] it was marked: nothing moves any more
 * @property {string} [marked] the order that was marked
 * @property {Record<string, string[]>} [verdicts] how its rows were marked, and the words for it
 */

/** @type {WeakMap<HTMLElement, Ordering>} */
const lists = new WeakMap();

/** @param {string} sentence @param {Record<string, string | number>} values */
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @param {HTMLElement} list */
const rowsOf = (list) => /** @type {HTMLElement[]} */ ([...list.children]);

/** @param {HTMLElement} list */
const ids = (list) => rowsOf(list).map((row) => row.dataset.id ?? '');

/** @param {Ordering} state */
const refresh = ({ list, closed }) => {
  const rows = rowsOf(list);
  rows.forEach((row, k) => {
    const [up, down] = row.querySelectorAll('button');
    up.disabled = closed || k === 0;
    down.disabled = closed || k === rows.length - 1;
  });
};

// What was said of an order is said beside its rows as long as it stands.
/** @param {Ordering} state */
const judge = ({ list, marked, verdicts = {} }) => {
  const stands = ids(list).join('\n') === marked;
  for (const row of rowsOf(list)) {
    const [kind, words] = (stands && verdicts[row.dataset.id ?? '']) || ['', ''];
    const verdict = /** @type {HTMLElement} */ (row.querySelector('[data-lab-verdict]'));
    verdict.dataset.labVerdict = kind;
    verdict.textContent = words;
  }
};

/** @param {Ordering} state @param {HTMLElement} row */
const send = (state, row) => {
  refresh(state);
  judge(state);
  const order = ids(state.list);
  if (order.join('\n') === state.sent) return;
  state.sent = order.join('\n');
  state.said.textContent = fill(state.words.moved, {
    text: row.querySelector('[data-lab-words]')?.textContent ?? '',
    place: order.indexOf(row.dataset.id ?? '') + 1,
    all: order.length,
  });
  state.set('order', order);
};

/** @param {Ordering} state @param {HTMLElement} row @param {number} way */
const step = (state, row, way) => {
  if (state.closed) return;
  const other = way < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  const focused = /** @type {HTMLButtonElement | null} */ (document.activeElement);
  if (way < 0) other.before(row);
  else other.after(row);
  send(state, row);
  const [up, down] = row.querySelectorAll('button');
  const stay = focused?.disabled ? (way < 0 ? down : up) : focused;
  stay?.focus();
};

/** @type {Record<string, number>} */
const WAYS = { ArrowUp: -1, ArrowDown: 1 };

// The row follows the pointer: it stands after the rows whose middle the pointer has passed.
// The whole window is listened to, since a row that changes places loses a captured pointer.
/** @param {Ordering} state @param {HTMLElement} row */
const drag = (state, row) => {
  const done = new AbortController();
  /** @param {PointerEvent} one */
  const follow = ({ clientY }) => {
    const others = rowsOf(state.list).filter((other) => other !== row);
    const next = others.find((other) => {
      const box = other.getBoundingClientRect();
      return box.top + box.height / 2 >= clientY;
    });
    if (next !== (row.nextElementSibling ?? undefined)) state.list.insertBefore(row, next ?? null);
  };
  const drop = () => {
    done.abort();
    delete row.dataset.held;
    state.list.style.userSelect = '';
    send(state, row);
  };
  row.dataset.held = '';
  state.list.style.userSelect = 'none';
  addEventListener('pointermove', follow, { signal: done.signal });
  addEventListener('pointerup', drop, { signal: done.signal });
  addEventListener('pointercancel', drop, { signal: done.signal });
};

/** @param {string} name @param {string} sign */
const button = (name, sign) => {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = name;
  node.textContent = sign;
  return node;
};

/** @param {string} src */
const pictureOf = (src) => Object.assign(document.createElement('img'), { src, alt: '' }); // the words tell what it is

/** @param {Ordering} state @param {Row} one */
const makeRow = (state, { id, text, pictures = [] }) => {
  const row = document.createElement('li');
  row.dataset.id = id;
  row.dataset.labArrows = '';
  const grip = document.createElement('span');
  grip.className = 'lab-order__grip';
  grip.textContent = '⠿';
  grip.setAttribute('aria-hidden', 'true');
  grip.onpointerdown = (event) => { if (event.button === 0 && !state.closed) drag(state, row); };
  const words = document.createElement('span');
  words.className = 'lab-order__text';
  words.dataset.labWords = '';
  words.append(...pictures.map(pictureOf), text);
  const verdict = document.createElement('span');
  verdict.className = 'lab-order__verdict';
  verdict.dataset.labVerdict = '';
  const up = button('lab-order__up', '▲');
  const down = button('lab-order__down', '▼');
  up.onclick = () => step(state, row, -1);
  down.onclick = () => step(state, row, 1);
  row.onkeydown = (event) => {
    const way = WAYS[event.key];
    if (!way || state.closed || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(state, row, way);
  };
  up.setAttribute('aria-label', fill(state.words.up, { text }));
  down.setAttribute('aria-label', fill(state.words.down, { text }));
  row.append(grip, words, verdict, up, down);
  return row;
};

/** @type {(parentElement: Host, words: Words, set: Send) => Ordering} */
const begin = (parentElement, words, set) => (
  { list: parentElement.querySelector('ol'), said: parentElement.querySelector('p'), words, set }
);

/**
 * @typedef {Record<string, string[]>} Verdicts
 * @typedef {{ rows: Row[], words: Words, closed?: boolean, marked?: string[], verdicts?: Verdicts }} Data
 * @param {Component<Data>} component
 */
export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const state = lists.get(root) ?? begin(parentElement, data.words, setStateValue);
  lists.set(root, state);
  state.set = setStateValue;
  state.words = data.words;
  state.closed = data.closed ?? false;
  state.marked = data.marked?.join('\n');
  state.verdicts = data.verdicts;
  state.list.setAttribute('aria-label', state.closed ? data.words.closed : data.words.list);
  state.list.toggleAttribute('data-closed', state.closed);
  const named = JSON.stringify([...data.rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
  if (named !== state.named || state.closed) { // else the same rows: the reader's order stands
    state.named = named;
    state.list.replaceChildren(...data.rows.map((row) => makeRow(state, row)));
    state.sent = ids(state.list).join('\n');
    refresh(state);
  }
  judge(state);
}
