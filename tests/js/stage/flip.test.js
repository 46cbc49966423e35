import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay } from '../page.js';
import { show } from '../made.js';
import { flip, leave, shownSlot } from '../../../ui/components/stage/flip.js';

const stage = (over, data) => Object.assign(show(over, data), { root: document.querySelector('.lab-stage') });
const SLOTS = { 0: 'title', 1: 'ask', 2: 'run' };
const reachable = () => [...document.querySelectorAll('[class^="st-key"]')].filter((slot) => !slot.inert).length;

beforeEach(() => {
  leave();
  lay(`<div class="lab-stage"></div>${[0, 1, 2].map((n) => `<div class="st-key-slide-slot-${n}"></div>`).join('')}`);
});

test('the slot of the slide is shown, and it alone can be reached', () => {
  const made = stage({ slide: 'ask' }, { slots: SLOTS });
  flip(made);

  assert.equal(shownSlot().className, 'st-key-slide-slot-1');
  assert.deepEqual([shownSlot().inert, reachable()], [false, 1]);
  assert.ok(!made.root.hasAttribute('data-waiting'));
});

test('a slide that is not drawn yet leaves the last one where it is, and says that it waits', () => {
  flip(stage({ slide: 'run' }, { slots: SLOTS }));
  const made = stage({ slide: 'end' }, { slots: SLOTS });
  flip(made);

  assert.equal(shownSlot().className, 'st-key-slide-slot-2');
  assert.ok(made.root.hasAttribute('data-waiting'));
});

test('the speaker looks at the slides and reaches none', () => {
  flip(stage({ slide: 'ask' }, { slots: SLOTS, role: 'speaker' }));

  assert.equal(reachable(), 0);
});

test('a page that is left forgets its slide', () => {
  flip(stage({ slide: 'ask' }, { slots: SLOTS }));
  leave();

  assert.equal(shownSlot(), undefined);
});
