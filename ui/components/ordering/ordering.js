// A list to put in order: rows are moved as nodes, so that focus stays on the row that moves.
const lists = new WeakMap();

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const ids = (list) => [...list.children].map((row) => row.dataset.id);

const refresh = (list) => {
  const rows = [...list.children];
  rows.forEach((row, k) => {
    row.querySelector('.lab-order__up').disabled = k === 0;
    row.querySelector('.lab-order__down').disabled = k === rows.length - 1;
  });
};

const send = (state, row) => {
  refresh(state.list);
  const order = ids(state.list);
  if (order.join('\n') === state.sent) return;
  state.sent = order.join('\n');
  state.said.textContent = fill(state.words.moved, {
    text: row.querySelector('.lab-order__text').textContent, place: order.indexOf(row.dataset.id) + 1, all: order.length,
  });
  state.set('order', order);
};

const step = (state, row, way) => {
  const other = way < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  const focused = document.activeElement;
  if (way < 0) other.before(row);
  else other.after(row);
  send(state, row);
  const stay = focused?.disabled ? row.querySelector(way < 0 ? '.lab-order__down' : '.lab-order__up') : focused;
  stay?.focus();
};

// The row follows the pointer: it stands after the rows whose middle the pointer has passed.
// The whole window is listened to, since a row that changes places loses a captured pointer.
const drag = (state, row) => {
  const done = new AbortController();
  const follow = ({ clientY }) => {
    const others = [...state.list.children].filter((other) => other !== row);
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

const button = (name, sign) => {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = name;
  node.textContent = sign;
  return node;
};

const makeRow = (state, { id, text }) => {
  const row = document.createElement('li');
  row.dataset.id = id;
  row.dataset.labArrows = '';
  const grip = document.createElement('span');
  grip.className = 'lab-order__grip';
  grip.textContent = '⠿';
  grip.setAttribute('aria-hidden', 'true');
  grip.onpointerdown = (event) => { if (event.button === 0) drag(state, row); };
  const words = document.createElement('span');
  words.className = 'lab-order__text';
  words.textContent = text;
  const up = button('lab-order__up', '▲');
  const down = button('lab-order__down', '▼');
  up.onclick = () => step(state, row, -1);
  down.onclick = () => step(state, row, 1);
  row.onkeydown = (event) => {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(state, row, way);
  };
  up.setAttribute('aria-label', fill(state.words.up, { text }));
  down.setAttribute('aria-label', fill(state.words.down, { text }));
  row.append(grip, words, up, down);
  return row;
};

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('.lab-order');
  const state = lists.get(root) ?? { list: root.querySelector('ol'), said: root.querySelector('p') };
  lists.set(root, state);
  state.set = setStateValue;
  state.words = data.words;
  state.list.setAttribute('aria-label', data.words.list);
  const named = JSON.stringify([...data.rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
  if (named === state.named) return; // the same rows: the reader's order stands
  state.named = named;
  state.list.replaceChildren(...data.rows.map((row) => makeRow(state, row)));
  state.sent = ids(state.list).join('\n');
  refresh(state.list);
}
