import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { document, lay, page, resized } from '../page.js';
import { fitAll, keepFitting } from '../../../ui/components/stage/fit.js';

let stop = () => {};
let measured = 0;

// A part whose words need `needs` px of height at a size of 1, half of it in columns.
const part = (needs, { name = 'st-key-fit-words', text = `words ${needs}` } = {}) => {
  const inner = `<div class="${name}" style="--fit-most: 2">${text}</div>`;
  lay(`<div data-testid="stMain"><div class="st-key-slide-slot-0">${inner}</div></div>`);
  const made = document.querySelector('[class^="st-key-fit-"]');
  const size = () => Number(made.style.getPropertyValue('--fit'));
  const define = (node, name_, get) => Object.defineProperty(node, name_, { get, configurable: true });
  define(made, 'scrollHeight', () => {
    measured += 1;
    return made.hasAttribute('data-left-out') ? 0 : (size() * needs) / (made.hasAttribute('data-columns') ? 2 : 1);
  });
  define(made, 'scrollWidth', () => 0);
  define(made.parentElement, 'clientWidth', () => 800);
  return { made, size };
};
const fitted = () => {
  fitAll();
  fitAll(); // asked twice, done once
  mock.timers.tick(1);
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  page.innerHeight = 768;
  document.documentElement.style.fontSize = '20px'; // 720 px are left
  measured = 0;
});
afterEach(() => stop());

test('few words are as large as they may be', () => {
  const { size } = part(100);
  fitted();

  assert.equal(size(), 2);
});

test('words in a column leave room for what follows them and has a size of its own', () => {
  const { made, size } = part(600);
  const column = document.createElement('div');
  column.dataset.testid = 'stColumn';
  made.replaceWith(column);
  column.append(made, document.createElement('b'), document.createElement('div'));
  Object.defineProperty(column, 'clientWidth', { get: () => 800 });
  Object.defineProperty(column.children[1], 'offsetHeight', { get: () => 120 });
  column.children[2].className = 'st-key-fit-reminder-1';
  fitted();

  assert.equal(made.style.getPropertyValue('--fit-room'), '600px');
  assert.ok(size() <= 601 / 600 && size() > 601 / 600 - 0.02, `${size()}`);
});

test('more words are as large as there is room for', () => {
  const { made, size } = part(600);
  fitted();

  assert.ok(size() <= 721 / 600 && size() > 721 / 600 - 0.02, `${size()}`);
  assert.ok(!made.hasAttribute('data-columns'));
  assert.equal(made.style.getPropertyValue('--fit-room'), '720px');
});

test('what does not fit at the least size stands in columns', () => {
  const { made, size } = part(1300);
  fitted();

  assert.ok(made.hasAttribute('data-columns') && !made.hasAttribute('data-left-out'));
  assert.ok(size() >= 0.72 && size() <= 721 / 650);
});

test('what does not fit even so is left out if it is only a reminder', () => {
  const leftOut = ['st-key-fit-words', 'st-key-fit-reminder-1'].map((name) => {
    const { made } = part(9000, { name });
    fitted();
    return made.hasAttribute('data-left-out');
  });

  assert.deepEqual(leftOut, [false, true]);
});

test('what was left out stays so while nothing has changed, and comes back with the room for it', () => {
  const { made } = part(9000, { name: 'st-key-fit-reminder-1' });
  fitted();
  fitted();
  assert.ok(made.hasAttribute('data-left-out'));
  page.innerHeight = 9768;
  fitted();

  assert.ok(!made.hasAttribute('data-left-out'));
});

test('what stands as it did is not measured again', () => {
  part(600);
  fitted();
  const before = measured;
  fitted();

  assert.ok(before > 0);
  assert.equal(measured, before);
});

test('words are fitted when they change, the window does or what stands above comes to its size', async () => {
  const { made, size } = part(600);
  stop = keepFitting();
  fitted();
  const seen = [];
  const changes = [
    () => { made.firstChild.data = 'other words'; },
    () => {
      page.innerHeight = 500;
      page.dispatchEvent(new page.Event('resize'));
    },
    () => {
      page.innerHeight = 600;
      resized();
    },
  ];
  for (const change of changes) {
    const before = measured;
    change();
    mock.timers.tick(1);
    await null;
    mock.timers.tick(1);
    seen.push(measured > before);
  }

  assert.deepEqual(seen, [true, true, true]);
  assert.ok(size() < 1);
});
