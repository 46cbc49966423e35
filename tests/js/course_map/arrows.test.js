import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, resized } from '../page.js';
import courseMap from '../../../ui/components/course_map/course_map.js';
import { cardOf } from '../../../ui/components/selectors.js';

const BOXES = { one: [0, 0, 100, 60], two: [200, 0, 300, 60] };

const place = () => {
  for (const [id, [left, top, right, bottom]] of Object.entries(BOXES)) {
    document.querySelector(cardOf(id)).getBoundingClientRect = () => ({
      left, top, right, bottom, width: right - left, height: bottom - top,
    });
  }
};

test('an arrow with a head leads from card to card, follows a card that moves, and leaves with the map', () => {
  lay(`<div data-lab-arrows data-undrawn></div>${Object.keys(BOXES)
    .map((id) => `<div class="${cardOf(id).match(/st-key-[\w-]+/)[0]}"></div>`).join('')}`);
  place();
  const home = document.querySelector('[data-lab-arrows]');
  const leave = courseMap({ data: { ways: [['one', 'two'], ['one', 'gone']] }, parentElement: document.body });
  const paths = () => [...home.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  const before = paths();

  assert.equal(before.length, 2);
  assert.match(before[0], /^M50 60L/);
  assert.equal(home.hasAttribute('data-undrawn'), false);

  BOXES.two = [200, 200, 300, 260];
  place();
  resized();
  assert.notDeepEqual(paths(), before);

  leave();
  BOXES.two = [200, 0, 300, 60];
  place();
  resized();
  assert.notDeepEqual(paths(), before);
});
