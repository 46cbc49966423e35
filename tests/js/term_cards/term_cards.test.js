import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, page, press } from '../page.js';
import explain, { placeOf, termOf } from '../../../ui/components/term_cards/term_cards.js';

const TERMS = { churn: { name: 'churn · 流失', meaning: 'Customers who left, of those there were.' } };
const card = () => document.querySelector('[role=tooltip]');
const send = (node, type, more = {}) => {
  const event = new page.Event(type, { bubbles: true, cancelable: true });
  node.dispatchEvent(Object.assign(event, more));
  return event;
};

let link;
beforeEach(() => {
  const words = '<a href="/glossary?term=churn&lang=en">churn</a> <a href="/glossary?term=other">other</a>';
  const body = lay(`<p>${words}</p><div></div>`);
  link = body.querySelector('a');
  explain({ data: TERMS, parentElement: body.querySelector('div') });
});

test('a word that is pointed at says what it means, and is described by it for a screen reader', () => {
  send(link, 'pointerover');

  assert.equal(card().textContent, 'churn · 流失Customers who left, of those there were.');
  assert.equal(link.getAttribute('aria-describedby'), card().id);
});

test('the keyboard shows the meaning as the pointer does, and Escape takes it away', () => {
  send(link, 'focusin');
  const before = card() !== null;
  press('Escape');

  assert.deepEqual([before, card(), link.hasAttribute('aria-describedby')], [true, null, false]);
});

test('the first tap says the meaning, the second goes to the glossary', () => {
  send(link, 'pointerdown', { pointerType: 'touch' });
  const [first, second] = [send(link, 'click'), send(link, 'click')];

  assert.deepEqual([first.defaultPrevented, second.defaultPrevented], [true, false]);
});

test('a mouse goes to the glossary at once', () => {
  send(link, 'pointerdown', { pointerType: 'mouse' });

  assert.equal(send(link, 'click').defaultPrevented, false);
});

test('a word whose meaning did not come stays a plain link', () => {
  send(document.querySelectorAll('a')[1], 'pointerover');

  assert.equal(card(), null);
});

test('a link tells its term', () => {
  assert.equal(termOf(link), 'churn');
});

test('the card stands over its word where there is no room below, and never beyond the screen', () => {
  const at = (word) => placeOf(word, { width: 200, height: 100 }, { width: 390, height: 844 });

  assert.deepEqual(at({ left: 300, top: 800, bottom: 820 }), { left: 178, top: 700 });
  assert.deepEqual(at({ left: 20, top: 100, bottom: 120 }), { left: 20, top: 120 });
});
