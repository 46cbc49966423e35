import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../laws.js';
import { difference, fromPython, merge, toPython, whole, wordStart } from '../../../ui/components/editor/text.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '客', '😀', '😁'), maxLength: 12 });
const put = (old, { start, end, text: words }) => old.slice(0, start) + words + old.slice(end);

test('a column counts characters as Python does, not the halves of an emoji', () => {
  assert.deepEqual([toPython('a😀b', 3), fromPython('a😀b', 2)], [2, 3]);
});

test('a column comes back from Python as it went', () => {
  fc.assert(fc.property(text, fc.nat(12), (line, n) => {
    const characters = Math.min(n, [...line].length);

    assert.equal(toPython(line, fromPython(line, characters)), characters);
  }));
});

test('the difference put into the old text is the new one', () => {
  fc.assert(fc.property(text, text, (old, fresh) => {
    assert.equal(put(old, difference(old, fresh)), fresh);
  }));
});

test('no emoji is torn in two by a difference', () => {
  fc.assert(fc.property(text, text, (old, fresh) => {
    const { start, end, text: words } = difference(old, fresh);

    const parts = [words, old.slice(0, start), old.slice(start, end), old.slice(end)];

    assert.ok(parts.every((part) => part.isWellFormed?.() ?? true));
  }));
});

test('the difference is no longer than it must be', () => {
  assert.deepEqual(difference('one two three', 'one 2 three'), { start: 4, end: 7, text: '2' });
  assert.deepEqual(difference('same', 'same'), { start: 4, end: 4, text: '' });
  assert.deepEqual(difference('😀', '😁'), { start: 0, end: 2, text: '😁' });
  assert.deepEqual(difference('x😀', 'x🨀'), { start: 1, end: 3, text: '🨀' });
});

test('who changed nothing takes the other text', () => {
  fc.assert(fc.property(text, text, (base, other) => {
    assert.equal(merge(base, base, other), other);
    assert.equal(merge(base, other, base), other);
    assert.equal(merge(base, other, other), other);
  }));
});

test('what two wrote at different places is all there, whoever wrote first', () => {
  fc.assert(fc.property(text, text, text, text, (head, tail, mine, theirs) => {
    const base = `${head}[1]--[2]${tail}`;
    const here = base.replace('[1]', () => `<${mine}>`);
    const there = base.replace('[2]', () => `(${theirs})`);
    const both = here.replace('[2]', () => `(${theirs})`);

    assert.equal(merge(base, here, there), both);
    assert.equal(merge(base, there, here), both);
  }));
});

test('what two wrote at the same place is not mixed', () => {
  assert.equal(merge('one two', 'one 2', 'one zwei'), null);
  assert.equal(merge('ab', 'axb', 'ayb'), null);
});

test('half a character cannot be sent', () => {
  const torn = '😀'.slice(0, 1);

  assert.equal(whole(`a${torn}`), ''.isWellFormed ? 'a\uFFFD' : `a${torn}`);
  assert.equal(whole('客😀'), '客😀');
});

test('a word reaches over dots, dashes, slashes and Chinese', () => {
  const start = (line) => line.slice(wordStart(line, line.length));

  assert.deepEqual(['kind: sin', '- a.b-c/d', 'text: 客户', 'naïve', '"quoted', 'end '].map(start),
    ['sin', 'a.b-c/d', '客户', 'naïve', 'quoted', '']);
});
