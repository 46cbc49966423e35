import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay } from '../page.js';
import drawing from '../../../ui/components/drawing/drawing.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>four corners</title></svg>';

test('a drawing stands in its box, and the same one is not drawn anew', () => {
  lay('<div data-lab-drawing data-undrawn></div>');
  const box = document.querySelector('[data-lab-drawing]');
  drawing({ data: { svg: SVG }, parentElement: document.body });
  const first = box.firstElementChild;
  drawing({ data: { svg: SVG }, parentElement: document.body });

  assert.equal(first.textContent, 'four corners');
  assert.equal(box.firstElementChild, first);
  assert.equal(box.hasAttribute('data-undrawn'), false);

  drawing({ data: { svg: SVG.replace('four', 'five') }, parentElement: document.body });
  assert.equal(box.textContent, 'five corners');
});
