import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { page } from '../page.js';
import { makeSession, message, pad } from './made.js';
import { bringSuggestions, leaveWord, suggestFor } from '../../../ui/components/editor/suggest.js';

let inserted = [];
const Autocomplete = { for: () => ({}) };
const snippetManager = { insertSnippet: (_, text) => inserted.push(text) };
page.ace = { require: (name) => (name === 'ace/snippets' ? { snippetManager } : { Autocomplete }) };

const one = (value, insert = value) => ({ value, insert, about: `about ${value}`, kind: 'key' });

// An editor whose server has looked at the end of `line`, and suggests something for the word there.
const open = (line, suggestions = [one('kind')], over = {}) => {
  const said = message({ text: line, column: [...line].length + 1, suggestions, words: {}, ...over });
  const made = pad(said, { session: makeSession(line), saves: 0, reports: new Map() }, { row: 0, column: line.length });
  made.ace.setOptions = () => {};
  Object.assign(made.ace, { clearSelection: () => {} });
  suggestFor(made);
  return made;
};
const rows = (made) => {
  let answered = null;
  made.completer.getCompletions(made.ace, made.kept.session, made.at, '', (_, given) => { answered = given; });
  return answered;
};
const accept = (line, insert, { column = line.length, value = insert } = {}) => {
  const made = open(line);
  made.at = { row: 0, column };
  made.completer.insertMatch(made.ace, { insert, value });
  return [made.kept.session.text, inserted.at(-1)];
};
const list = (over = {}) => {
  const calls = [];
  return {
    calls, activated: true, autoShown: false, popup: { isOpen: true },
    detach: () => calls.push('detach'), updateCompletions: () => calls.push('update'), ...over,
  };
};

beforeEach(() => {
  inserted = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('what the server suggests for this very word is listed in its order', () => {
  const found = rows(open('ki', [one('kind'), one('kin')]));

  assert.deepEqual(found.map(({ value, docText, meta, score }) => [value, docText, meta, score]),
    [['kind', 'about kind', 'key', 2], ['kin', 'about kin', 'key', 1]]);
});

test('in the same word the suggestions still fit, elsewhere they are asked for', () => {
  const made = open('ki');
  made.kept.session.text = 'kin';
  made.at = { row: 0, column: 3 };
  assert.ok(rows(made));
  made.kept.session.text = 'kin: s';
  made.at = { row: 0, column: 6 };

  assert.equal(rows(made), null);
  assert.ok(made.asking);
  mock.timers.tick(90);
  assert.equal(made.sent.length, 1);
});

test('a suggestion takes the place of the word before the cursor, and of the rest of that word behind it', () => {
  assert.deepEqual(accept('a: ki', 'kind'), ['a: ', 'kind']);
  assert.deepEqual(accept('a: kind', 'kind', { column: 5 }), ['a: ', 'kind']);
  assert.deepEqual(accept('a: ki other', 'kind', { column: 5 }), ['a:  other', 'kind']);
  assert.deepEqual(accept('a: kiother', 'kind', { column: 5 }), ['a: other', 'kind']);
});

test('a key before a colon brings no second colon', () => {
  assert.deepEqual(accept('ki: x', 'kind: ', { column: 2, value: 'kind' }), [': x', 'kind']);
  assert.deepEqual(accept('ki', 'kind: ', { value: 'kind' }), ['', 'kind: ']);
});

test('further lines begin under the first character behind the dashes', () => {
  assert.equal(accept('  - ki', 'kind: a\nname: b', { value: 'kind' })[1], 'kind: a\n  name: b');
  assert.equal(accept('  ki', 'kind: a\nname: b', { value: 'kind' })[1], 'kind: a\nname: b');
});

test('what means something in a snippet is written as it is, unless it is one', () => {
  assert.equal(accept('x', 'a$b`c\\d')[1], 'a\\$b\\`c\\\\d');
  assert.equal(accept('x', 'say: ${1:word}$0')[1], 'say: ${1:word}$0');
});

test('an answer that says something else makes an open list anew, one that says the same does not', () => {
  const made = open('ki');
  made.ace.completer = list();
  bringSuggestions(made);
  bringSuggestions(made);

  assert.deepEqual(made.ace.completer.calls, ['update']);
});

test('a list that waits for the answer gets it', () => {
  const made = open('ki');
  made.ace.completer = list({ popup: { isOpen: false } });
  bringSuggestions(made);
  assert.deepEqual(made.ace.completer.calls, []);
  made.asking = true;
  bringSuggestions(made);

  assert.deepEqual(made.ace.completer.calls, ['update']);
});

test('a list that came by itself goes once the word is over, one that was called stays', () => {
  const calls = [true, false].map((autoShown) => {
    const made = open('kind: ');
    made.ace.completer = list({ autoShown });
    bringSuggestions(made);
    return made.ace.completer.calls;
  });

  assert.deepEqual(calls, [['detach'], ['update']]);
});

test('as soon as the cursor leaves the word the list that came by itself is gone, so that Enter is heard', async () => {
  const made = open('ki');
  made.ace.completer = list({ autoShown: true });
  leaveWord(made);
  await null;
  const within = [...made.ace.completer.calls];
  made.kept.session.text = 'ki:';
  made.at = { row: 0, column: 3 };
  leaveWord(made);
  const during = [...made.ace.completer.calls];
  await null;
  made.ace.completer.activated = false;
  leaveWord(made);
  await null;

  assert.deepEqual([within, during, made.ace.completer.calls], [[], [], ['detach']]);
});

test('an answer about another place, or with no list, changes nothing', () => {
  const made = open('ki');
  bringSuggestions(made);
  made.ace.completer = list({ activated: false });
  bringSuggestions(made);
  made.ace.completer = list();
  made.at = { row: 1, column: 0 };
  bringSuggestions(made);

  assert.deepEqual(made.ace.completer.calls, []);
});
