import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay } from '../page.js';
import strip from '../../../ui/components/question_strip/strip.js';

const QUESTIONS = [
  { state: 'right', sign: '✓', words: 'Question 1: right' },
  { state: 'open', sign: '', words: 'Question <2>: open' },
  { state: 'open', sign: '', words: 'Question 3: open' },
];
let sent = [];
let scrolled = 0;

const draw = (current, questions = QUESTIONS) => strip({
  data: { questions, current, label: 'Questions' },
  parentElement: document.body,
  setTriggerValue: (name, n) => sent.push([name, n]),
});
const buttons = () => [...document.querySelectorAll('button')];

beforeEach(() => {
  lay('<div data-lab-root data-undrawn></div><button id="next">Next</button>');
  document.querySelector('[data-lab-root]').scrollIntoView = () => { scrolled += 1; };
  sent = [];
  scrolled = 0;
});

test('each number says its state in words, one is the current one, and a click asks for it', () => {
  draw(2);
  const [first, second, third] = buttons();
  third.click();

  assert.equal(first.getAttribute('aria-label'), 'Question 1: right');
  assert.equal(first.textContent, '1✓');
  assert.equal(second.getAttribute('aria-label'), 'Question <2>: open');
  assert.equal(second.getAttribute('aria-current'), 'step');
  assert.deepEqual(sent, [['go', 3]]);
});

test('whoever opens the page keeps the focus, whoever goes on comes to the number of the question', () => {
  const next = document.querySelector('#next');
  next.focus();
  draw(1);
  assert.equal(document.activeElement, next);
  assert.equal(scrolled, 0);
  draw(2);

  assert.equal(document.activeElement, buttons()[1]);
  assert.equal(scrolled, 1);
});

test('the focus stays on the strip when a state changes there', () => {
  draw(1);
  buttons()[0].focus();
  draw(1, [{ ...QUESTIONS[0], state: 'wrong' }, ...QUESTIONS.slice(1)]);

  assert.equal(document.activeElement, buttons()[0]);
  assert.equal(document.activeElement.dataset.state, 'wrong');
});
