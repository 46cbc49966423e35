// The controls of a panel: a slider with its number, a field for a number alone, a row of choices. Each stays on the
// page while its value moves, so that a hand or a key that holds it is never let go.
import { make } from '../chart/node.js';
import { write } from './format.js';
import { fault, read, sayFault } from './number.js';
import { wide } from '../chart/play.js';

const ONE_CELL = 30; // letters that a name and its choices may have to share a row with others
let count = 0;

/** @param {number} value @param {Panels.Control} control */
const placeOf = (value, { low, high }) => Math.min(1, Math.max(0, (value - low) / (high - low || 1)));

/** @param {Panels.Control} control @param {string} id */
const nameOf = (control, id) => {
  const name = make('label', 'lab-control__name', control.label);
  name.htmlFor = id;
  name.title = control.help;
  return name;
};

/** @param {string} kind */
const boxOf = (kind) => {
  const node = make('div', 'lab-control');
  node.dataset.labControl = kind;
  return node;
};

// A field for the number itself, and the sentence that says why one was not taken.
/** @param {Panels.Control} control @param {Panels.Hand} hand @param {(number: number) => void} put */
const makeField = (control, hand, put) => {
  const field = make('input', 'lab-control__number');
  const why = make('p', 'lab-control__why');
  field.type = 'text';
  field.inputMode = 'decimal';
  field.autocomplete = 'off';
  field.size = Math.max(...[control.low, control.high].map((end) => write(end, control.format).length));
  field.setAttribute('aria-label', hand.words.number_of.replace('{label}', control.label));
  why.setAttribute('role', 'alert');
  const commit = () => {
    const number = read(field.value, control.format);
    const wrong = fault(number, control);
    why.textContent = wrong ? sayFault(hand.words[wrong], field.value, control) : '';
    field.toggleAttribute('aria-invalid', Boolean(wrong));
    if (wrong || number === null) return;
    put(number);
    hand.settle(control.name);
  };
  field.onchange = commit;
  field.onkeydown = (event) => { if (event.key === 'Enter' && !event.isComposing) commit(); };
  /** @param {number} value */
  const say = (value) => {
    field.value = write(value, control.format);
    why.textContent = '';
    field.removeAttribute('aria-invalid');
  };
  return { field, why, say };
};

/** @param {HTMLElement} track @param {Panels.Control} control @param {Words} words */
const marks = (track, control, words) => {
  track.querySelectorAll('i').forEach((one) => one.remove());
  const places = { default: control.default, kept: control.kept };
  for (const [name, value] of Object.entries(places)) {
    if (typeof value === 'number') {
      const mark = make('i', `lab-control__mark lab-control__mark--${name}`);
      mark.style.setProperty('--at', String(placeOf(value, control)));
      mark.title = `${words[`mark_${name}`]} ${write(value, control.format)}`;
      track.prepend(mark);
    }
  }
};

// Thumb, wheel and the keys of a projector move it; only a wheel over the slider that has the focus, else the page.
/**
 * @param {HTMLElement} node @param {HTMLInputElement} range @param {Panels.Control} control
 * @param {Panels.Hand} hand @param {(number: number) => void} put
 */
const listen = (node, range, { name }, hand, put) => {
  range.oninput = () => put(Number(range.value));
  range.onchange = () => hand.settle(name);
  range.onpointerdown = () => hand.hold(name);
  range.addEventListener('wheel', (event) => {
    if (document.activeElement !== range) return;
    event.preventDefault();
    if (event.deltaY < 0) range.stepUp(); else range.stepDown();
    put(Number(range.value));
    hand.settle(name);
  }, { passive: false });
  node.onpointerenter = () => hand.touch(name);
  node.addEventListener('focusin', () => hand.touch(name));
  node.addEventListener('lab-nudge', (event) => {
    hand.nudge(name, /** @type {CustomEvent<number>} */ (event).detail);
  });
};

/** @type {Panels.Make} */
const slider = (control, hand) => {
  const node = boxOf('slider');
  const range = make('input', 'lab-control__range');
  const track = make('span', 'lab-control__track');
  const bubble = make('output', 'lab-control__bubble');
  range.id = `lab-control-${count += 1}`;
  bubble.setAttribute('for', range.id);
  bubble.setAttribute('aria-hidden', 'true');
  Object.assign(range, { type: 'range', min: control.low, max: control.high, step: control.step });
  let value = Number(control.value);
  const say = () => {
    const text = write(value, control.format);
    bubble.textContent = text;
    range.setAttribute('aria-valuetext', text);
    track.style.setProperty('--at', String(placeOf(value, control)));
    field.say(value);
  };
  /** @param {number} number */
  const put = (number) => {
    value = number;
    range.value = String(number);
    say();
    hand.move(control.name);
  };
  const field = makeField(control, hand, put);
  listen(node, range, control, hand, put);
  track.append(range, bubble);
  node.append(nameOf(control, range.id), track, field.field, field.why);
  return {
    node,
    value: () => value,
    show: (number) => {
      value = number;
      range.value = String(number);
      say();
    },
    set: (fresh) => {
      value = Number(fresh.value);
      range.value = String(value);
      marks(track, fresh, hand.words);
      say();
    },
  };
};

/** @type {Panels.Make} */
const number = (control, hand) => {
  const node = boxOf('number');
  let value = Number(control.value);
  const { field, why, say } = makeField(control, hand, (typed) => { value = typed; });
  field.id = `lab-control-${count += 1}`;
  field.removeAttribute('aria-label');
  node.append(nameOf(control, field.id), field, why);
  return {
    node,
    value: () => value,
    set: (fresh) => {
      value = Number(fresh.value);
      say(value);
    },
  };
};

/** @type {Panels.Make} */
const choice = (control, hand) => {
  const node = boxOf('choice');
  const group = make('span', 'lab-control__choices');
  const id = `lab-control-${count += 1}`;
  const name = make('span', 'lab-control__name', control.label);
  name.id = id;
  name.title = control.help;
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', id);
  const buttons = control.choices.map(([key, text]) => {
    const label = make('label', 'lab-control__choice');
    const radio = make('input');
    Object.assign(radio, { type: 'radio', name: id, value: key });
    radio.onchange = () => hand.settle(control.name);
    label.append(radio, make('span', '', text));
    group.append(label);
    return radio;
  });
  const texts = [control.label, ...control.choices.map(([, text]) => text)];
  const letters = texts.reduce((sum, text) => sum + wide(text), 0);
  node.toggleAttribute('data-long', letters > ONE_CELL);
  node.append(name, group);
  return {
    node,
    value: () => buttons.find((radio) => radio.checked)?.value ?? control.value,
    set: (fresh) => {
      for (const radio of buttons) {
        radio.checked = radio.value === fresh.value;
        radio.parentElement?.toggleAttribute('data-kept', radio.value === fresh.kept);
      }
    },
  };
};

const KINDS = { slider, number, choice };

/** @type {Panels.Make} */
export const makeControl = (control, hand) => KINDS[control.kind](control, hand);
