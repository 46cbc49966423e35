import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { makeSession, message, pad } from './made.js';
import {
  adopt, isAbout, lookedAt, report, reportLater, reportSoon, save, take,
} from '../../../ui/components/editor/kept.js';

const open = (over = {}) => {
  const said = message(over);
  return pad(said, take(said, makeSession));
};
const typed = (one, text, at = one.at) => {
  one.kept.session.text = text;
  one.at = at;
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('what the server knows is not told again', () => {
  const one = open();
  report(one);

  assert.deepEqual([one.sent, one.settled], [[], 1]);
});

test('what was typed is told once, with the number of the report and the cursor', () => {
  const one = open({ at: 4 });
  typed(one, 'one\ntwo!', { row: 1, column: 4 });
  report(one);
  report(one);

  assert.deepEqual(one.sent, [{ version: '0', revision: 5, text: 'one\ntwo!', line: 2, column: 5, saves: 0 }]);
});

test('a cursor that moved is told too', () => {
  const one = open();
  one.at = { row: 1, column: 2 };
  report(one);

  assert.deepEqual(one.sent.map(({ line, column }) => [line, column]), [[2, 3]]);
});

test('in the middle of composing a character nothing is told', () => {
  const one = open();
  typed(one, 'x');
  one.composing = true;
  report(one);

  assert.deepEqual(one.sent, []);
});

test('a report waits for a pause, the last one; suggestions wait less', () => {
  const one = open();
  typed(one, 'x');
  reportLater(one);
  mock.timers.tick(300);
  reportLater(one);
  mock.timers.tick(300);
  assert.equal(one.sent.length, 0);
  mock.timers.tick(50);
  assert.equal(one.sent.length, 1);
  typed(one, 'xy');
  reportSoon(one);
  mock.timers.tick(90);

  assert.equal(one.sent.length, 2);
});

test('the page is not at rest until what was typed is told, at the end of a character that is composed', () => {
  const one = open();
  const isAsking = () => one.root.hasAttribute('data-asking');
  typed(one, 'x');
  reportLater(one);
  assert.ok(isAsking());
  mock.timers.tick(350);
  assert.ok(!isAsking());
  one.composing = true;
  typed(one, 'xn');
  reportLater(one);
  mock.timers.tick(350);
  assert.ok(isAsking());
  one.composing = false;
  typed(one, 'x你');
  reportLater(one);
  mock.timers.tick(350);

  assert.deepEqual([isAsking(), one.sent.map(({ text }) => text)], [false, ['x', 'x你']]);
});

test('of an editor that is gone nothing is told, and nobody waits for it', () => {
  const one = open();
  typed(one, 'x');
  reportLater(one);
  one.ace = null;
  mock.timers.tick(350);

  assert.deepEqual([one.root.hasAttribute('data-asking'), one.sent], [false, []]);
});

test('saving is told even if nothing was typed, and only once', () => {
  const one = open({ saves: 3 });
  save(one);
  report(one);

  assert.deepEqual(one.sent.map(({ saves }) => saves), [4]);
});

test('a text that comes back as it was told is the one that is kept', () => {
  const one = open();
  typed(one, 'mine');
  report(one);

  assert.equal(take({ ...one.message, text: 'mine', at: 1 }, makeSession), one.kept);
  assert.equal(take({ ...one.message, at: 0 }, makeSession), one.kept); // told earlier
});

test('another version, or a text nobody here has written, is begun anew', () => {
  const one = open();

  assert.notEqual(take({ ...one.message, version: '1' }, makeSession), one.kept);
  assert.notEqual(take({ ...one.message, text: 'stranger' }, makeSession).session, one.kept.session);
});

test('of many texts the twenty that were opened last are kept', () => {
  const all = Array.from({ length: 21 }, () => open());
  const [first, second] = all;

  assert.notEqual(take(first.message, makeSession), first.kept);
  assert.notEqual(take(second.message, makeSession), second.kept); // it had to go for the first
  assert.equal(take(all[5].message, makeSession), all[5].kept);
});

test('of many reports the server may answer to one of the last twenty', () => {
  const one = open();
  for (let n = 1; n <= 25; n += 1) {
    typed(one, `${n}`);
    report(one);
  }

  assert.deepEqual([one.kept.reports.size, Math.min(...one.kept.reports.keys())], [20, 6]);
});

test('another version is put in where it differs, and what was typed elsewhere stays', () => {
  const one = open({ text: 'one\ntwo\nthree' });
  typed(one, 'one!\ntwo\nthree');
  one.message = { ...one.message, version: '1', text: 'one\ntwo\nTHREE', at: 1 };
  adopt(one);

  assert.equal(one.kept.session.text, 'one!\ntwo\nTHREE');
  assert.deepEqual([one.kept.version, one.kept.session.groups], ['1', 2]);
});

test('where both changed the same the server’s word holds', () => {
  const one = open({ text: 'one' });
  typed(one, 'mine');
  one.message = { ...one.message, version: '1', text: 'theirs' };
  adopt(one);

  assert.equal(one.kept.session.text, 'theirs');
});

test('an answer is about this text or about one before', () => {
  const one = open();
  assert.ok(isAbout(one));
  typed(one, 'x');

  assert.ok(!isAbout(one));
});

test('where the server looked: the line, up to the word the cursor was in, counted as Python counts', () => {
  const one = open({ text: 'a\n😀 kind: sin', line: 2, column: 12 });

  assert.deepEqual(lookedAt(one), { row: 1, head: '😀 kind: ' });
});
