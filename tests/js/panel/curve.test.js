import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { put } from './made.js';
import { document, lay, press } from '../page.js';
import { empty, missing, nearest, nudged, stroke, told } from '../../../ui/components/panel/curve.js';
import { curved } from '../../../ui/components/panel/guess.js';
import { makePlot } from '../../../ui/components/panel/plot.js';

const WORDS = {
  draw: 'Draw', keys: 'Keys', left: '{n} left', send: 'Send', clear: 'Again', numbers: 'Numbers', none: 'none yet',
  point: '{of}, {over} {at}',
};
const plot = (over = {}) => ({
  at: [0, 1, 2, 3, 4], low: 0, high: 100, format: ',.0f', along: ',.0f', over: 'month', of: 'share', words: WORDS,
  ...over,
});
const dots = () => [...document.querySelectorAll('circle')];
const fields = () => [...document.querySelectorAll('.lab-plot__cells input')];
const sender = () => document.querySelector('.lab-plot__send');
let sent = [];

beforeEach(() => {
  lay('<div id="here"></div>');
  sent = [];
  const skip = document.createElement('button');
  document.querySelector('#here').append(makePlot(plot(), (curve) => sent.push(curve), skip));
});

test('a stroke sets every point that a quick hand has passed, forwards and backwards alike', () => {
  const there = stroke(empty(5), [0, 0], [4, 80]);
  const back = stroke(empty(5), [4, 80], [0, 0]);

  assert.deepEqual(there, [0, 20, 40, 60, 80]);
  assert.deepEqual(back, there);
  assert.deepEqual(stroke(there, [2, 10], [2, 10]), [0, 20, 10, 60, 80]);
});

test('the point that lies nearest is set, wherever a hand is', () => {
  assert.deepEqual([-1, 0, 0.3, 0.9, 7].map((share) => nearest(share, [0, 1, 2, 3, 4])), [0, 0, 1, 4, 4]);
});

test('no key leads out of the plot', () => {
  const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End');
  const keys = fc.array(key, { maxLength: 60 });
  fc.assert(fc.property(keys, fc.nat(4), (pressed, k) => {
    const values = pressed.reduce((now, one) => nudged(now, k, one, plot()), empty(5));
    return values.every((value, n) => (value === null ? n !== k || !pressed.length : value >= 0 && value <= 100));
  }));
});

test('a point without a value begins where the last one before it stands', () => {
  assert.deepEqual(nudged([30, null, null], 2, 'ArrowUp', plot()), [30, null, 32.5]);
  assert.deepEqual(nudged([null, null, null], 1, 'ArrowDown', plot()), [null, 47.5, null]);
});

test('what is told lies within the plot and has few digits', () => {
  assert.deepEqual(told([33.33333, 100, 0], plot()), [33.33, 100, 0]);
});

test('with keys alone a curve is drawn, heard and sent', () => {
  assert.equal(sender().disabled, true);
  dots().forEach((dot) => press('End', { on: dot }));

  assert.deepEqual(dots().map((dot) => dot.getAttribute('aria-valuetext')), Array(5).fill('100'));
  assert.equal(document.querySelector('[role="status"]').textContent, '');
  sender().click();
  assert.deepEqual(sent, [[100, 100, 100, 100, 100]]);
});

test('left and right lead from point to point and turn no step of the lesson', () => {
  let heard = 0;
  document.addEventListener('keydown', () => { heard += 1; });
  dots()[0].focus();
  press('ArrowRight', { on: dots()[0] });

  assert.deepEqual(dots().map((dot) => dot.getAttribute('tabindex')), ['-1', '0', '-1', '-1', '-1']);
  assert.equal(heard, 0);
});

test('numbers can be typed instead, and a curve with gaps is not sent', () => {
  fields().slice(0, 4).forEach((field, k) => put(field, `${k * 10}`, 'change'));
  assert.equal(sender().disabled, true);
  assert.equal(document.querySelector('[role="status"]').textContent, '1 left');
  put(fields()[4], '４００', 'change');

  sender().click();
  assert.deepEqual(sent, [[0, 10, 20, 30, 100]]);
  assert.equal(missing(empty(3)), 3);
});

test('a curve that was drawn lies under that of the run, and a number draws none', () => {
  const look = { dark: false };
  const words = { you: 'you', run: 'run' };
  const [trace] = curved({ axis: 'y2', curve: [[1, 2], [30, 40]], words }, look);

  assert.deepEqual([trace.x, trace.y, trace.yaxis, trace.text], [[1, 2], [30, 40], 'y2', ['', '<b>you</b>']]);
  assert.deepEqual(curved({ axis: 'y', curve: null, words }, look), []);
});
