import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { document, lay } from '../page.js';
import { show, slides } from '../made.js';
import { TOOL_PATCHES, layTool, pressTool, takenByTool } from '../../../ui/components/stage/tool.js';

let pressed = [];
const drawn = (...names) => {
  lay(`<div class="lab-stage"></div><div class="st-key-slide-slot-0"></div><div class="st-key-stage-tool">${
    names.map((name) => `<div class="st-key-tool-${name}"><button>${name}</button></div>`).join('')}</div>`);
  document.querySelectorAll('button').forEach((one) => { one.onclick = () => pressed.push(one.textContent); });
};
const taken = (made, name) => takenByTool(made, { name });

beforeEach(() => {
  pressed = [];
  drawn();
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 0 });
  document.documentElement.dataset.slideSlot = '0';
});

test('a tool is opened by its key, and closed by it', () => {
  const made = show();
  for (const tool of ['qr', 'board', 'board']) made.change(TOOL_PATCHES[tool](made));

  assert.deepEqual(made.changes, [{ tool: 'qr' }, { tool: 'board' }, { tool: null }]);
});

test('the timer begins in the corner, then fills the screen, then goes', () => {
  const made = show({ slide: 'ask' }, { slides: slides.map((slide) => ({ ...slide, minutes: 2 })) });
  for (let n = 0; n < 3; n += 1) made.change(TOOL_PATCHES.timer(made));

  assert.deepEqual(made.changes, [
    { timer: { seconds: 120, ends: 120_000, left: null } }, { tool: 'timer' }, { tool: null, timer: null },
  ]);
});

test('without a tool every key goes on to the slide', () => {
  assert.equal(taken(show(), 'next'), false);
});

test('the clicker draws another name with next and other groups with luck', () => {
  drawn('again');
  const [pick, groups] = [show({ tool: 'pick' }), show({ tool: 'groups' })];

  assert.ok(taken(pick, 'next') && taken(groups, 'luck'));
  assert.deepEqual([pressed, pick.changes, groups.changes], [['again', 'again'], [], []]);
});

test('a window without the tool has the other one press', () => {
  const made = show({ tool: 'pick' });

  assert.ok(taken(made, 'next'));
  assert.deepEqual(made.done, [{ do: 'press', button: 'again' }]);
});

test('what has nothing to draw again is closed by the clicker', () => {
  for (const name of ['next', 'back', 'first', 'last', 'close']) {
    const made = show({ tool: 'qr' });

    assert.ok(taken(made, name));
    assert.deepEqual(made.changes, [{ tool: null }], name);
  }
});

test('the simulation under a tool is not moved', () => {
  const made = show({ tool: 'board' });

  assert.ok(['up', 'down', 'compare', 'reset', 'play', 'reveal'].every((name) => taken(made, name)));
  assert.deepEqual([made.changes, made.done], [[], []]);
});

test('what is meant for the whole stage passes', () => {
  const made = show({ tool: 'board', black: true });

  assert.ok(!['black', 'help', 'timer', 'qr', 'clock', 'end', 'close'].some((name) => taken(made, name)));
});

test('a button that cannot be pressed is not', () => {
  drawn('again', 'more');
  document.querySelector('button').disabled = true;
  pressTool('again');
  pressTool('more');

  assert.deepEqual(pressed, ['more']);
});

test('a tool that is open is named, and the slide under it cannot be reached', () => {
  const made = Object.assign(show({ tool: 'pick', timer: { left: 3 } }, { words: { pick: 'Draw a name' } }), {
    root: document.querySelector('.lab-stage'),
  });
  layTool(made);
  const over = document.querySelector('.st-key-stage-tool');

  assert.deepEqual([over.getAttribute('role'), over.getAttribute('aria-label')], ['dialog', 'Draw a name']);
  assert.equal(document.documentElement.dataset.stageTool, 'pick');
  assert.ok(document.documentElement.hasAttribute('data-stage-timer'));
  assert.equal(document.querySelector('.st-key-slide-slot-0').inert, true);
  assert.ok(made.root.hasAttribute('data-tool'));
});

test('the timer in full size lies over nothing', () => {
  const made = Object.assign(show({ tool: 'timer' }), { root: document.querySelector('.lab-stage') });
  layTool(made);

  assert.equal(document.documentElement.dataset.stageTool, undefined);
  assert.ok(!made.root.hasAttribute('data-tool'));
});
