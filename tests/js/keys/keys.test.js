import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { add, document, lay, press } from '../page.js';
import keys from '../../../ui/components/keys/keys.js';

let sent = [];
let told = [];
let done = () => {};
const bind = (bindings, heard = Infinity) => {
  done = keys({
    data: { bindings, heard },
    parentElement: document.querySelector('#part'),
    setTriggerValue: (_, presses) => {
      told = presses;
      sent.push(presses.at(-1)[1]);
    },
  });
};

beforeEach(() => {
  document.querySelector('.lab-keys')?.remove();
  done();
  lay('<div data-testid="stElementContainer" id="part"><div class="lab-keys" data-lab-root></div></div>'
    + '<input id="word"><input id="slide" type="range"><button>b</button>');
  sent = [];
});

test('a key does what it is bound to, and is kept from the browser', () => {
  bind({ ArrowRight: 'next' });

  assert.deepEqual([press('ArrowRight'), press('ArrowLeft'), sent], [true, false, ['next']]);
});

test('what is inherited is not bound', () => {
  bind({});

  assert.equal(press('toString'), false);
});

test('it is bound anew with each run, and once', () => {
  bind({ n: 'next' });
  bind({ n: 'other' });
  press('n');

  assert.deepEqual(sent, ['other']);
});

test('typing, sliders and buttons keep their keys', () => {
  bind({ n: 'n', ArrowRight: 'right', Enter: 'enter' });
  for (const on of ['#word', '#slide', 'button']) {
    for (const key of ['n', 'ArrowRight', 'Enter']) press(key, { on: document.querySelector(on) });
  }

  assert.deepEqual(sent, ['n', 'n', 'right']);
});

test('held keys and keys with Ctrl, Alt or Meta are somebody else’s, as all are while a dialog is open', () => {
  bind({ n: 'next' });
  for (const held of ['repeat', 'ctrlKey', 'altKey', 'metaKey', 'isComposing']) press('n', { [held]: true });
  add('<div role="dialog" aria-modal="true"></div>');
  press('n');

  assert.deepEqual(sent, []);
});

test('a part that is gone hears nothing', () => {
  bind({ n: 'next' });
  document.querySelector('.lab-keys').remove();
  press('n');

  assert.deepEqual(sent, []);
});

test('a press is sent along with the next ones until it was heard', () => {
  bind({ n: 'next', b: 'back' }, 0);
  press('n');
  press('n');
  press('b');
  assert.deepEqual(told.map(([, action]) => action), ['next', 'next', 'back']);
  const [, [second]] = told;
  bind({ n: 'next' }, second);
  press('n');

  assert.deepEqual(told.map(([, action]) => action), ['back', 'next']);
  assert.ok(told.every(([number], k) => k === 0 || number > told[k - 1][0]));
});
