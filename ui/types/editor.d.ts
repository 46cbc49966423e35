// The editor: what the server sends, what is kept, and the little of Ace that is called.

declare namespace Ace {
  interface Point {
    row: number;
    column: number;
  }
  interface Anchor extends Point {
    detach(): void;
  }
  interface Range {
    start: Anchor;
    end: Anchor;
  }
  interface Document {
    indexToPosition(index: number): Point;
    createAnchor(row: number, column: number): Anchor;
  }
  interface Tokenizer {
    currentLine: number;
    $tokenizeRow(row: number): void;
    getState(row: number): unknown;
  }
  interface Session {
    doc: Document;
    bgTokenizer: Tokenizer;
    getState(row: number): unknown;
    getValue(): string;
    getLine(row: number): string;
    getLength(): number;
    replace(range: { start: Point; end: Point }, text: string): void;
    remove(range: { start: Point; end: Point }): void;
    markUndoGroup(): void;
    addMarker(range: Range, name: string, kind: string): number;
    removeMarker(id: number): void;
    setAnnotations(notes: (Point & { type: string; text: string })[]): void;
    setOptions(options: object): void;
    setMode(mode: object): void;
    on(name: string, listener: () => void): void;
    off(name: string, listener: () => void): void;
  }
  interface Command {
    name: string;
    bindKey: string | { win: string; mac: string };
    readOnly?: boolean;
    exec(editor: Editor): unknown;
  }
  interface Completions {
    activated?: boolean;
    autoShown?: boolean;
    popup?: { isOpen: boolean };
    detach(): void;
    updateCompletions(keepPosition: boolean): void;
  }
  interface Editor {
    session: Session;
    selection: { isEmpty(): boolean };
    commands: {
      commands: Record<string, Command>;
      removeCommands(names: string[]): void;
      addCommands(commands: Command[]): void;
    };
    keyBinding: { addKeyboardHandler(handler: object): void };
    textInput: { getElement(): HTMLElement; setAriaLabel?(): void };
    completer?: Completions;
    completers: object[];
    searchBox: { element: HTMLElement; active: boolean; hide(): void } | null;
    getCursorPosition(): Point;
    clearSelection(): void;
    getOption(name: string): unknown;
    setOption(name: string, value: unknown): void;
    setOptions(options: object): void;
    setSession(session: Session): void;
    setReadOnly(on: boolean): void;
    gotoLine(line: number, column: number, animate: boolean): void;
    scrollToLine(row: number, centre: boolean, animate: boolean): void;
    resize(force: boolean): void;
    on(name: string, listener: () => void): void;
    focus(): void;
    destroy(): void;
  }
  interface Tooltip {
    setClassName(name: string): void;
    setDataProvider(provider: (event: { getDocumentPosition(): Point }) => void): void;
    showForRange(editor: Editor, range: Range, node: HTMLElement, event: object): void;
    hide(): void;
    addToEditor(editor: Editor): void;
    destroy(): void;
  }
  interface Script {
    Range: new (row: number, column: number, endRow: number, endColumn: number) => Range;
    config: { setMessages(words: Words): void };
    edit(node: HTMLElement): Editor;
    createEditSession(text: string): Session;
    require(name: string): any; // each of Ace's parts has a shape of its own
  }
}

declare namespace Editor {
  interface Problem {
    line: number;
    column: number;
    severity: string;
    said: string;
  }

  interface Suggestion {
    value: string;
    shown: string;
    insert: string;
    about: string;
    kind: string;
  }

  /** As `ui.components.editor` in Python writes it; lines and columns count from 1. */
  interface Message {
    id: string;
    version: string;
    text: string;
    line: number;
    column: number;
    at: number;
    saves: number;
    from: number;
    language: Language;
    ace: string;
    words: Words;
    aceWords: Words;
    label: string;
    problems: Problem[];
    suggestions: Suggestion[];
    hint: string;
    jump: [number, number, string | number] | null;
    height: number;
    readOnly: boolean;
  }

  /** What outlives the editor on the page. */
  interface Kept {
    id: string;
    version: string;
    session: Ace.Session;
    revision: number;
    saves: number;
    jumped: string | number | null;
    reports: Map<number, string>;
    sent?: string;
    mark?: string;
  }

  type MakeSession = (text: string) => Ace.Session;

  interface Mark {
    range: Ace.Range;
    id: number;
    said: string;
    severity: string;
  }

  /** The editor on the page; `ace` is null until its script has come, and once it is taken down. */
  interface Pad {
    root: HTMLElement;
    ace: Ace.Editor;
    host: HTMLElement;
    wait: HTMLElement;
    bar: { node: HTMLElement; said: HTMLElement; hint: HTMLElement; place: HTMLElement };
    kept: Kept;
    message: Message;
    marks: Mark[];
    composing: boolean;
    adopting?: boolean;
    asking: boolean;
    offered: string;
    saying: string | null;
    language?: Language;
    timer?: number;
    done: AbortController;
    tooltip: Ace.Tooltip;
    completer?: object;
    send: Send;
    cursor(): { line: number; character: number };
    settle(): void;
  }
}
