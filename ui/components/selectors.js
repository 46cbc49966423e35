// How scripts find what is not their own. Streamlit gives a container that Python draws one mark, its key, and writes
// it into the class: so these are agreed by class, here and nowhere else. All that is ours is found by `data-lab-…`.

/** @param {string} key */
const keyed = (key) => `[class*="st-key-${key}-"]`; // what the key goes on with tells the slide or the question

// The projector: three slides, what lies over them, and beside them in the speaker view.
export const SLOT = keyed('slide-slot');
export const OVER = '.st-key-stage-tool';
export const FITTED = keyed('fit');
export const REMINDER = keyed('fit-reminder');
export const STRIP = keyed('strip');
export const CONTROLS = `${keyed('controls')} [data-lab-control]`;
export const SIDES = `${keyed('side-slot')} :is(${keyed('answer-here')}, ${keyed('beside')}, ${keyed('next')})`;

/** @param {string} name */
export const buttonOf = (name) => `${OVER} [class*="st-key-tool-${name}"] button:not(:disabled)`;

/** @param {Element} slot */
export const numberOf = (slot) => /st-key-slide-slot-(\d)/.exec(slot.className)?.[1];

// A question: its box, what comes of an answer, and the button that sends one.
export const QUESTION = keyed('question');
export const OUTCOME = keyed('outcome');
export const SEND = `${keyed('answer')}[class*="-send"] button`;

export const BAR = '.st-key-lab-bar'; // on top of every page

export const MENU = '.ace_mobile-menu'; // of the Ace editor, which marks it by nothing else

// The course map: the card of a lesson. Streamlit writes what a class cannot have as hyphens.
/** @param {string} id */
export const cardOf = (id) => `.st-key-card-${id.replace(/[^\w-]/g, '-')}`;

// The glossary: the field in which a word is looked for, the entry of a term, the letters over the entries.
export const SEARCH = '.st-key-glossary-search input';
export const LETTERS = '[data-lab-letter]';
/** @param {string} id */
export const entryOf = (id) => `[data-lab-term="${CSS.escape(id)}"]`;
