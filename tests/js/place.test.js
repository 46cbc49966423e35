import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay } from './page.js';
import { stripUnder, topOf } from '../../ui/components/place.js';
import { takeNoRoom } from '../../ui/components/room.js';

const placed = (node, box) => { node.getBoundingClientRect = () => box; };

test('a part that stands on no slide is where it is on the screen', () => {
  const part = lay('<p></p>').firstChild;
  placed(part, { top: 42 });

  assert.equal(topOf(part), 42);
});

test('on a slide that is shown at half its size and was scrolled, it counts from the slide’s top, at full size', () => {
  const slide = lay('<div class="st-key-slide-slot-1"><p></p></div>').firstChild;
  Object.defineProperty(slide, 'offsetWidth', { value: 1000 });
  slide.scrollTop = 30;
  placed(slide, { top: 100, width: 500 });
  placed(slide.firstChild, { top: 150 });

  assert.equal(topOf(slide.firstChild), 130);
});

const slideWith = (strip) => {
  lay(`<div class="st-key-slide-slot-1"><div data-testid="stVerticalBlock" style="row-gap: 8px">
    <p id="part"></p>${strip}</div></div>`);
  const made = document.querySelector('[class^="st-key-strip-"]');
  if (made) Object.defineProperty(made, 'offsetHeight', { value: 100, configurable: true });
  return [document.querySelector('#part'), made];
};

test('what fills a slide leaves the room of the strip at its foot, and of the gap above that', () => {
  const [part] = slideWith('<div class="st-key-strip-3-a"></div>');

  assert.equal(stripUnder(part), 108);
});

test('no room is left for a strip that is not there, not shown, or holds the part itself', () => {
  const [alone] = slideWith('');
  assert.equal(stripUnder(alone), 0);
  const [, strip] = slideWith('<div class="st-key-strip-3-a"><i></i></div>');
  assert.equal(stripUnder(strip.firstChild), 0);
  const [part, hidden] = slideWith('<div class="st-key-strip-3-a"></div>');
  Object.defineProperty(hidden, 'offsetHeight', { value: 0 });

  assert.equal(stripUnder(part), 0);
});

test('a part that only listens takes no room', () => {
  lay('<div data-testid="stElementContainer"><div id="part"></div></div><div id="other"></div>');
  for (const id of ['#part', '#other']) takeNoRoom(document.querySelector(id));

  assert.equal(document.querySelector('[data-testid]').style.display, 'none');
});
