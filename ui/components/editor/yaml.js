// YAML as it is typed: Enter keeps the indentation, goes on with the list, goes in after a colon.
const STEP = '  ';

// The dashes of a list count as indentation for what follows them.
/** @param {string} line */
const indentation = (line) => /^\s*(?:- +)*/.exec(line)?.[0] ?? '';

/** @param {string} head */
const asSpaces = (head) => head.replace(/-/g, ' ');

/** @param {string} rest */
const opens = (rest) => /(?:^|\s|:)[|>][+-]?\d?\s*$/.test(rest) || /:\s*$/.test(rest) || /[[{(]\s*$/.test(rest);

/** @param {string} line */
const opensPassage = (line) => /(?:^|\s|:)[|>][+-]?\d?\s*(?:#.*)?$/.test(line);

/** @param {string} rest */
const isPair = (rest) => /^(?:"[^"]*"|'[^']*'|[^\s"'{[#][^#]*?)\s*:(?:\s|$)/.test(rest);

// What stands at the beginning of the line after `line`; in a passage after | or > a colon is only a colon.
/** @param {string} line @param {boolean} [inPassage] */
export const nextIndentation = (line, inPassage = false) => {
  const head = indentation(line);
  const rest = line.slice(head.length).replace(/\s+#.*$/, '');
  if (!rest || rest.startsWith('#')) return asSpaces(head);
  if (opens(rest) && !inPassage) return asSpaces(head) + STEP.slice(/^[|>]/.test(rest) ? STEP.length : 0);
  const isItem = /- +$/.test(head) && !isPair(rest);
  return isItem ? head.replace(/- +(?=.*- )/g, asSpaces) : asSpaces(head);
};

// Enter on a dash with nothing behind it ends the list instead of making it longer.
/** @param {Ace.Editor} editor */
const endList = (editor) => {
  const { row, column } = editor.getCursorPosition();
  const line = editor.session.getLine(row);
  if (!editor.selection.isEmpty() || !/^\s*(?:- +)*- *$/.test(line) || column < line.length) return false;
  const shorter = line.replace(/- *$/, '').replace(/^( *)$/, (spaces) => spaces.slice(STEP.length));
  editor.session.replace({ start: { row, column: 0 }, end: { row, column } }, shorter);
  return true;
};

export const ENTER = { name: 'endList', bindKey: 'Return', exec: endList };

export const makeMode = () => {
  const { Mode } = window.ace.require('ace/mode/yaml');
  const mode = new Mode();
  /** @param {unknown} state @param {string} line */
  mode.getNextLineIndent = (state, line) => (
    nextIndentation(line, `${state}`.includes('mlString') && !opensPassage(line))
  );
  mode.checkOutdent = () => false;
  return mode;
};

// Ace reads lines by a timer, and knows no state of a line that it has not come to: a quick hand is there before.
/** @param {Ace.Session} session */
const readAhead = (session) => {
  session.getState = (row) => {
    const reader = session.bgTokenizer;
    for (let next = reader.currentLine; next <= row; next += 1) reader.$tokenizeRow(next);
    return reader.getState(row);
  };
};

/** @param {string} text */
export const makeSession = (text) => {
  const session = window.ace.createEditSession(text);
  session.setOptions({
    useWorker: false, useSoftTabs: true, tabSize: 2, newLineMode: 'unix', wrap: true, indentedSoftWrap: true,
  });
  session.setMode(makeMode());
  readAhead(session);
  return session;
};
