import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay } from '../page.js';
import { dress, readLook, recolour, scaleOf } from '../../../ui/components/chart/look.js';

const LOOK = { text: '#111', back: '#fff', line: '#ddd', font: 'Arial', rem: 16, dark: false };
const NIGHT = { ...LOOK, dark: true };
const room = { width: 800, height: 400 };
const screen = (innerWidth, innerHeight) => Object.assign(globalThis.window, { innerWidth, innerHeight });

beforeEach(() => { screen(1366, 768); });

test('by day every colour is as it was given', () => {
  const given = { color: '#0072B2' };

  assert.equal(recolour(given, LOOK), given);
});

test('by night each colour of the palette is its lighter partner, however it is written', () => {
  const given = ['#0072B2', '#0072b280', 'rgb(0, 114, 178)', 'rgba(213,94,0,0.4)', '<b style="color:#009E73">●</b> 7'];

  assert.deepEqual(recolour(given, NIGHT), [
    '#56b4e9', '#56b4e980', 'rgba(86, 180, 233, 1)', 'rgba(240, 128, 60, 0.4)', '<b style="color:#2bc79a">●</b> 7',
  ]);
});

test('colours that are not of the palette, words and numbers stay', () => {
  const given = { color: '#123456', title: '0072B2', data: [1, null], deep: [{ color: 'rgb(1,2,3)' }], no: null };

  assert.deepEqual(recolour(given, NIGHT), given);
});

test('a colour deep in a figure changes too, and so does a step of a scale of colours', () => {
  assert.deepEqual(recolour({ scale: [[0, '#CC79A7'], [1, '#123456']] }, NIGHT), {
    scale: [[0, '#e29bc3'], [1, '#123456']],
  });
  assert.deepEqual(recolour({ a: [{ b: { color: '#CC79A7' } }] }, NIGHT), { a: [{ b: { color: '#e29bc3' } }] });
});

test('the picture’s own word wins over what the page adds, but not over its size', () => {
  const dressed = dress({ hovermode: 'x', font: { color: 'red' }, width: 9, xaxis: { zeroline: true } }, LOOK, room);

  assert.deepEqual([dressed.hovermode, dressed.width], ['x', 800]);
  assert.deepEqual(dressed.font, { family: 'Arial', color: 'red', size: 14 });
  assert.deepEqual([dressed.xaxis.zeroline, dressed.yaxis.zeroline, dressed.xaxis.gridcolor], [true, false, '#ddd']);
});

test('every axis is dressed, and a title is dressed whether it is a word or more', () => {
  const dressed = dress({ yaxis2: { title: 'Euro' }, xaxis: { title: { text: 'Year', standoff: 3 } } }, LOOK, room);

  assert.deepEqual(dressed.yaxis2.title, { standoff: 8, text: 'Euro', font: { size: 14 } });
  assert.deepEqual(dressed.xaxis.title, { standoff: 3, text: 'Year', font: { size: 14 } });
  assert.ok(dressed.yaxis2.automargin);
});

test('words are smaller where there is little room, but not in a hall', () => {
  const sizes = [{ ...room, width: 479 }, room].map((one) => dress({}, LOOK, one).font.size);

  assert.deepEqual(sizes, [12, 14]);
  assert.ok(dress({}, LOOK, { ...room, width: 479, share: 0.5, top: 0, below: 0 }).font.size > 14);
});

test('on a projector the smallest words of a picture are 32 px of 1080, also of two beside each other', () => {
  screen(1920, 1080);
  const hall = { ...LOOK, rem: 30 };
  const given = { xaxis: { tickfont: { size: 13 } } };
  const [one, two] = [false, true].map((isBeside) => (
    dress(given, hall, { ...room, share: 0.6, top: 0, below: 0, isBeside }).xaxis.tickfont.size
  ));

  assert.ok(one >= 32 && one < 33, `${one}`);
  assert.equal(two, one);
});

test('a phone held upright has no last row', () => {
  screen(390, 844);

  assert.equal(scaleOf(16, 0.6), 1);
});

test('on a projector the numbers of an axis keep away from those of the other one', () => {
  const inHall = dress({ xaxis2: {} }, LOOK, { ...room, share: 0.6, top: 0, below: 0 });

  for (const name of ['xaxis', 'xaxis2']) assert.equal(inHall[name].ticklabelstandoff, 6, name); // whole pixels
  assert.equal(inHall.yaxis.ticklabelstandoff, undefined);
  assert.equal(dress({}, LOOK, room).xaxis.ticklabelstandoff, undefined);
});

test('a chart is as high as it asks, else as its page says', () => {
  assert.deepEqual([dress({ height: 300 }, LOOK, room).height, dress({}, LOOK, room).height], [300, 400]);
});

test('on an enlarged page a chart grows with its words, within the screen', () => {
  const heights = [200, 300].map((height) => dress({ height }, { ...LOOK, rem: 32 }, room).height);

  assert.deepEqual(heights, [400, 768 * 0.7]);
});

test('on a projector a chart takes all the room that is left under what stands above it', () => {
  const { height } = dress({ height: 300 }, LOOK, { ...room, share: 0.3, top: 200, below: 50 });

  assert.equal(height, Math.floor(768 - 250 - 2.4 * 16));
});

test('on a projector a chart is never lower than its share, which an upright phone and 4:3 cut', () => {
  const heights = [[1366, 768], [1024, 768], [390, 844]].map(([wide, high]) => {
    screen(wide, high);
    return dress({}, LOOK, { ...room, share: 0.5, top: 2000, below: 0 }).height;
  });

  assert.deepEqual(heights, [384, 307, 211]);
});

test('for a hall the room around a picture grows with its words', () => {
  const share = { ...room, share: 0.5, top: 0, below: 0 };

  const look = { ...LOOK, rem: 32 };

  assert.equal(dress({}, look, share).margin.l, 48 * scaleOf(32, 0.5));
  assert.equal(dress({ margin: { l: 10 } }, look, share).margin.l, 10 * scaleOf(32, 0.5));
});

test('the look of the page has a name that changes when any of it does', () => {
  const box = lay('<div></div>').firstChild;
  const canvas = { getContext: () => ({ fillRect: () => {}, getImageData: () => ({ data: [10, 10, 10] }) }) };
  const create = document.createElement;
  document.createElement = () => canvas;
  const read = (back, font) => {
    box.style.setProperty('--st-background-color', back);
    box.style.setProperty('--st-font', font);
    return readLook(box);
  };
  const looks = [read('#0a0a0a', 'Noto'), read('#0a0a0a', 'Arial'), read('#0a0a0a', 'Noto')];
  document.createElement = create;

  assert.deepEqual([looks[0].font, looks[0].dark, looks[0].back], ['Noto', true, '#0a0a0a']);
  assert.notEqual(looks[0].name, looks[1].name);
  assert.equal(looks[0].name, looks[2].name);
});
