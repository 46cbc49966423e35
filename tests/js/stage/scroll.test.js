import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay } from '../page.js';
import { reachAll } from '../../../ui/components/stage/scroll.js';

const sized = (name, high, room) => {
  const part = document.querySelector(`.st-key-${name}`);
  Object.defineProperty(part, 'scrollHeight', { get: () => high, configurable: true });
  Object.defineProperty(part, 'clientHeight', { get: () => room, configurable: true });
  return part;
};

test('an answer that scrolls is reached by the tab key, and one that fits is passed over', () => {
  const sides = '<div class="st-key-answer-here-a"></div><div class="st-key-beside-a"></div>';
  lay(`<div class="st-key-side-slot-0">${sides}</div>`);
  const long = sized('answer-here-a', 300, 200);
  const short = sized('beside-a', 200, 200);

  reachAll();

  assert.equal(long.getAttribute('tabindex'), '0');
  assert.equal(short.hasAttribute('tabindex'), false);
});

test('what comes to fit is passed over again, and what lies elsewhere is left alone', () => {
  const side = '<div class="st-key-side-slot-0"><div class="st-key-next-a"></div></div>';
  lay(`${side}<div class="st-key-answer-here-b"></div>`);
  const part = sized('next-a', 300, 200);
  const elsewhere = sized('answer-here-b', 300, 200);
  reachAll();
  sized('next-a', 100, 200);

  reachAll();

  assert.equal(part.hasAttribute('tabindex'), false);
  assert.equal(elsewhere.hasAttribute('tabindex'), false);
});
