// The rail of steps: where I am, what is done, how long it takes. Texts go in as text, never as markup.
/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K, cls: string, text?: string) => HTMLElementTagNameMap[K]} */
const make = (tag, cls, text) => {
  const node = document.createElement(tag);
  node.className = cls;
  if (text !== undefined) node.textContent = text;
  return node;
};

/** @param {RailStep} step @param {Rail} data @param {(n: number) => void} send */
const entry = (step, data, send) => {
  const item = make('li', `rail-item ${step.state}`);
  const button = make('button', 'rail-button');
  button.type = 'button';
  if (step.n === data.current) button.setAttribute('aria-current', 'step');
  const mark = make('span', 'rail-mark', step.state === 'done' && step.n !== data.current ? '✓' : String(step.n));
  mark.setAttribute('aria-hidden', 'true');
  const words = make('span', 'rail-words');
  words.append(make('span', 'rail-title', step.title), make('span', 'rail-note', step.note));
  button.append(mark, words);
  if (step.state === 'done') button.append(make('span', 'rail-hidden', data.words.done));
  button.onclick = () => send(step.n);
  item.append(button);
  return item;
};

// Over the page the list lies open only as long as it is asked.
/** @param {HTMLDetailsElement} fold @param {HTMLElement} summary @param {MediaQueryList} wide */
const closeElsewhere = (fold, summary, wide) => {
  const isOver = () => fold.open && !wide.matches;
  /** @param {PointerEvent} event */
  const onPointer = (event) => { if (isOver() && !event.composedPath().includes(fold)) fold.open = false; };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== 'Escape' || !isOver()) return;
    fold.open = false;
    summary.focus();
  };
  document.addEventListener('pointerdown', onPointer);
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('pointerdown', onPointer);
    document.removeEventListener('keydown', onKey);
  };
};

/** @param {Component<Rail>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('[data-lab-root]');
  const wide = matchMedia('(min-width: 1440px)');
  const open = root.querySelector('details')?.open;
  const scrolled = root.querySelector('ol')?.scrollTop ?? 0;
  const nav = make('nav', 'rail-nav');
  nav.setAttribute('aria-label', data.words.steps);
  const fold = make('details', 'rail-fold');
  fold.open = open ?? false;
  const summary = make('summary', 'rail-summary', `▸ ${data.summary}`);
  summary.setAttribute('aria-label', `${data.words.steps} ${data.summary}`);
  fold.append(summary);
  const list = make('ol', 'rail-list');
  let stage = '';
  for (const step of data.steps) {
    if (step.stage !== stage) list.append(make('li', 'rail-stage', step.stage));
    stage = step.stage;
    list.append(entry(step, data, (n) => {
      if (!wide.matches) fold.open = false;
      setTriggerValue('go', n);
    }));
  }
  fold.append(list);
  nav.append(fold);
  root.replaceChildren(nav);
  const unfold = () => { if (wide.matches) fold.open = true; else fold.open = open ?? false; };
  unfold();
  wide.addEventListener('change', unfold);
  list.scrollTop = scrolled;
  const now = list.querySelector('[aria-current]');
  if (now && wide.matches) {
    const top = now.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 60) list.scrollTop = top - 120;
  }
  root.removeAttribute('data-undrawn');
  const stop = closeElsewhere(fold, summary, wide);
  return () => {
    wide.removeEventListener('change', unfold);
    stop();
  };
}
