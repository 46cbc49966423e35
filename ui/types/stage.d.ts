// The stage: what its windows agree on, what the server says of the slides, and what stands on the page.

declare namespace Stage {
  type Role = 'hall' | 'speaker';
  type DisplayLanguage = 'en' | 'zh' | 'both';
  type Tool = 'timer' | 'pick' | 'groups' | 'board' | 'qr';
  type Clock = 'waiting' | 'running' | 'paused' | 'ended';

  /** A countdown that is over at `ends` (ms since 1970); while it is paused, `left` seconds are left. */
  interface Timer {
    seconds: number;
    ends: number;
    left: number | null;
  }

  type Values = Record<string, string | number>;

  /**
   * How the simulation of a slide is set, the run that is kept to compare with, what was last tried for a goal, and the
   * number of the last act that this contains.
   */
  interface SlideSetting {
    values: Values;
    kept: Values | null;
    tried: Values | null;
    done: number;
  }

  /** As `ui.present.state` in Python writes and reads it, name by name; a test holds the two together. */
  interface State {
    slide: string;
    tongue: DisplayLanguage;
    black: boolean;
    revealed: Record<string, number>;
    settings: Record<string, SlideSetting>;
    timer: Timer | null;
    tool: Tool | null;
    clock: Clock;
    run: number;
    at: number;
    /** When each part came to be so; a part that was never changed has no moment. */
    stamps: Record<string, number>;
  }

  /** What changes in a state; what the server sets is no part of it, but for a presentation that begins anew. */
  type Patch = Partial<State>;

  interface Slide {
    key: string;
    title: string;
    stage: string;
    /** The name of its stage in files, by which style sheets colour it. */
    part: string;
    kind: string;
    /** What its kind is called. */
    said: string;
    step: string;
    minutes: number;
    phases: number;
  }

  /** The plan of one step, in minutes; `part` holds the steps of its part of the hour. */
  interface Plan {
    minutes: number;
    begins: number;
    part: string[];
  }

  /** As `ui.present.pacing` in Python writes it. */
  interface Hour {
    now: number;
    step: string;
    running: boolean;
    total: number;
    taken: Record<string, number>;
    steps: Record<string, Plan>;
  }

  /** As `ui.components.stage` in Python writes it; the speaker alone has a clock. */
  interface Data {
    lesson: string;
    state: State;
    slides: Slide[];
    slots: Record<string, string>;
    controls: number;
    done: number;
    held: number;
    role: Role;
    beside: string | null;
    clock: Hour;
    exit: string;
    paper: string | null;
    language: Language;
    tongues: DisplayLanguage[];
    words: Words;
    help: [string, Record<string, string>][];
  }

  /** What a key or a button means. */
  interface Action {
    name: string;
    control?: number;
  }
  type Dispatch = (action: Action) => void;

  /** What both windows do. */
  interface What {
    do: string;
    control?: number;
    by?: number;
    button?: string;
    slide?: string;
  }
  type Perform = (what: What) => void;

  /** What the other window is to do, until it is known to have heard of it; a later act has a greater number. */
  interface Passed extends What {
    n: number;
  }

  /** What was done to a simulation, until the server is known to have done it. */
  interface Asked extends Passed {
    slide: string;
  }

  /** What one window tells the other; `did` is the number of what it did last `of` another window. */
  interface Said {
    from?: string;
    state?: State;
    actions?: Passed[];
    hello?: boolean;
    did?: number;
    of?: string;
  }

  interface Line {
    say(): void;
    pass(what: Passed): void;
    close(): void;
  }

  /** How the server has kept the simulation of a slide; null as at first. `at` is 0 if it was not kept yet. */
  interface Standing {
    lesson: string;
    slide: string;
    setting: SlideSetting | null;
    run: number;
    at: number;
  }

  interface Ticking {
    node: HTMLElement;
    tick(): void;
  }

  interface Furniture {
    line: HTMLElement;
    where: HTMLElement;
    number: HTMLElement;
    reveal: HTMLElement;
    black: HTMLElement;
    said: HTMLElement;
    tools: { node: HTMLElement; leave: HTMLAnchorElement; stop(): void };
    timer: Ticking;
    clock: Ticking | null;
    hour: { node: HTMLElement; arrange(): void } | null;
    tell(words: string): void;
  }

  /** The stage of a page, made once and kept as long as it is there. */
  interface Show {
    root: HTMLElement;
    data: Data;
    state: State;
    send: Send;
    actions: Asked[];
    asked: number;
    control: number;
    sheet: string | null;
    keysOff: boolean;
    heardAt: number;
    toolbar: Furniture;
    line: Line;
    silence: number;
    again?: number;
    ticking?: number;
    render(): void;
    change(patch: Patch | null): void;
    learn(state: State): void;
    perform: Perform;
    closeSheet(): void;
    deaf(): void;
    stopFitting(): void;
    stopHearing(): void;
  }
}
