// An editor as its scripts are given it, without Ace: a session of lines, a cursor, and what was called.

export class Session {
  constructor(text) {
    Object.assign(this, { text, groups: 0, markers: new Map(), notes: [], made: 0 });
    this.doc = {
      indexToPosition: (index) => {
        const lines = this.text.slice(0, index).split('\n');
        return { row: lines.length - 1, column: lines.at(-1).length };
      },
      createAnchor: (row, column) => ({ row, column, detach() { this.isDetached = true; } }),
    };
  }

  getValue() { return this.text; }

  getLine(row) { return this.text.split('\n')[row] ?? ''; }

  getLength() { return this.text.split('\n').length; }

  index({ row, column }) {
    return this.text.split('\n').slice(0, row).reduce((sum, line) => sum + line.length + 1, 0) + column;
  }

  replace({ start, end }, text) {
    this.text = this.text.slice(0, this.index(start)) + text + this.text.slice(this.index(end));
  }

  remove(range) { this.replace(range, ''); }

  markUndoGroup() { this.groups += 1; }

  addMarker(range, name) {
    this.made += 1;
    this.markers.set(this.made, { range, name });
    return this.made;
  }

  removeMarker(id) { this.markers.delete(id); }

  setAnnotations(notes) { this.notes = notes; }
}

export const makeSession = (text) => new Session(text);

// The editor's element, of which only its marks are asked.
class Root {
  marks = new Set();

  hasAttribute(name) { return this.marks.has(name); }

  removeAttribute(name) { this.marks.delete(name); }

  toggleAttribute(name, on) { this.marks[on ? 'add' : 'delete'](name); }
}

let made = 0;

/** What the server says of a text, each of its own unless an `id` is given. */
export const message = (over = {}) => ({
  id: `text-${made += 1}`, version: '0', text: 'one\ntwo', line: 1, column: 1, at: 0, saves: 0, from: 0, language: 'en',
  words: {}, problems: [], suggestions: [], jump: null, ...over,
});

/** An editor on the page, with the cursor at `at`; `sent` is what the server was told. */
export const pad = (said, kept, at = { row: 0, column: 0 }) => {
  const one = {
    message: said, kept, marks: [], at, sent: [], settled: 0, composing: false, offered: '', asking: false, timer: 0,
    root: new Root(),
    ace: { getCursorPosition: () => one.at, session: kept?.session },
    cursor: () => ({ line: one.at.row + 1, character: one.at.column + 1 }),
    send: (name, value) => one.sent.push(value),
    settle: () => { one.settled += 1; },
  };
  return one;
};
