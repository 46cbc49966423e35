import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../laws.js';
import { ENTER, nextIndentation } from '../../../ui/components/editor/yaml.js';

const after = {
  'key: value': '',
  '  key: value': '  ',
  'key:': '  ',
  '  key:  # why': '    ',
  '- item': '- ',
  '  - item': '  - ',
  '- key: value': '  ',
  '- "a: b"': '- ',
  '- "a": b': '  ',
  '- key:': '    ',
  '- - deep': '  - ',
  'text: |': '  ',
  'text: >-': '  ',
  '- |': '  ',
  'list: [': '  ',
  'call(': '  ',
  '  # a remark': '  ',
  '- ': '  ',
  '': '',
  '    ': '    ',
  'time: 10:30': '',
};
for (const [line, indentation] of Object.entries(after)) {
  test(`Enter after ${JSON.stringify(line)}`, () => {
    assert.equal(nextIndentation(line), indentation);
  });
}

test('in a passage a colon at the end is only a colon', () => {
  assert.deepEqual([nextIndentation('  as follows:', true), nextIndentation('  as follows:')], ['  ', '    ']);
});

test('a line is never indented by less than the one before, nor by anything but spaces and dashes', () => {
  const line = fc.string({ unit: fc.constantFrom(' ', ' ', '-', 'a', ':', '|', '#', '"', '['), maxLength: 10 });
  fc.assert(fc.property(line, fc.boolean(), (one, inPassage) => {
    const next = nextIndentation(one, inPassage);

    assert.match(next, /^[ -]*$/);
    assert.ok(next.length >= /^ */.exec(one)[0].length);
  }));
});

// An editor of one line, with the cursor at its end.
const enterOn = (line, { column = line.length, isEmpty = true } = {}) => {
  const replaced = [];
  const taken = ENTER.exec({
    getCursorPosition: () => ({ row: 0, column }),
    selection: { isEmpty: () => isEmpty },
    session: {
      getLine: () => line,
      replace: ({ start, end }, text) => replaced.push([start.column, end.column, text]),
    },
  });
  return [taken, ...replaced];
};

test('Enter on an empty dash ends the list', () => {
  assert.deepEqual(enterOn('  - '), [true, [0, 4, '']]);
  assert.deepEqual(enterOn('- '), [true, [0, 2, '']]);
  assert.deepEqual(enterOn('    -'), [true, [0, 5, '  ']]);
  assert.deepEqual(enterOn('- - '), [true, [0, 4, '- ']]);
});

test('Enter elsewhere is Ace’s', () => {
  const all = [
    enterOn('- a'), enterOn('  - ', { column: 2 }), enterOn('  - ', { isEmpty: false }), enterOn(''),
  ];

  assert.deepEqual(all, [[false], [false], [false], [false]]);
});
