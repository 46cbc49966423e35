import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { words } from '../page.js';
import { show } from '../made.js';
import { makeHour } from '../../../ui/components/stage/hour.js';

let acted = [];
const hour = (over) => {
  const made = show(over, { words });
  const { node, arrange } = makeHour(made, ({ name }) => acted.push(name));
  arrange();
  const [clock, end, anew, black] = node.children;
  return { made, arrange, clock, end, anew, black };
};

beforeEach(() => {
  acted = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('the button of the clock says what it does next', () => {
  const { made, arrange, clock } = hour({ clock: 'waiting' });
  const said = ['waiting', 'running', 'paused', 'ended'].map((is) => {
    made.state.clock = is;
    arrange();
    return clock.hidden ? null : clock.textContent;
  });

  assert.deepEqual(said, ['clock_start', 'clock_pause', 'clock_resume', null]);
  clock.click();
  assert.deepEqual(acted, ['clock']);
});

test('what cannot be taken back asks to be pressed again', () => {
  const { end, anew } = hour({ clock: 'running' });
  end.click();
  assert.deepEqual([end.textContent, acted], ['end_sure', []]);
  end.click();
  anew.click();
  anew.click();

  assert.deepEqual([end.textContent, anew.textContent, acted], ['end', 'anew', ['end', 'anew']]);
});

test('who waits three seconds did not mean it', () => {
  const { end } = hour({ clock: 'running' });
  end.click();
  mock.timers.tick(3000);
  assert.equal(end.textContent, 'end');
  end.click();

  assert.deepEqual(acted, []);
});

test('an hour that does not go on cannot be ended', () => {
  assert.deepEqual(['waiting', 'running', 'paused', 'ended'].map((clock) => hour({ clock }).end.hidden),
    [true, false, false, true]);
});

test('the speaker sees that the hall is black', () => {
  assert.deepEqual([hour({ black: true }).black.hidden, hour({ black: false }).black.hidden], [false, true]);
});
