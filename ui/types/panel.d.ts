// The panel: a simulation under the hand, with its measures, its chart, its controls and its tools.

declare namespace Panels {
  type Setting = number | string;
  type Settings = Record<string, Setting>;

  /** One parameter that a reader may set. */
  interface Control {
    name: string;
    label: string;
    help: string;
    kind: 'slider' | 'number' | 'choice';
    low: number;
    high: number;
    step: number;
    whole: boolean;
    /** How a number is written: a Python format. */
    format: string;
    value: Setting;
    default: Setting;
    /** Where it stands in the run that is kept to compare with. */
    kept: Setting | null;
    choices: [string, string][];
  }

  interface Measure {
    name: string;
    label: string;
    help: string;
    format: string;
    value: number | null;
    /** That of the kept run, if there is one. */
    kept?: number | null;
  }

  /** What a reader can do besides; the server says which of them there are now. */
  interface Tool {
    do: string;
    /** All that it does, and the one word that stands on it. */
    label: string;
    word: string;
    icon: string;
    on?: boolean;
    off?: boolean;
  }

  interface Message {
    /** Nothing while the run is covered. */
    chart: Charts.Message | null;
    title: string;
    said: string;
    controls: Control[];
    folded: number;
    measures: Measure[];
    tools: Tool[];
    /** What stands in the place of a run that is still to be predicted. */
    cover: { text: string; button: string } | null;
    /** What stands there instead where a curve is to be predicted. */
    plot: Plot | null;
    /** Where the run is opened again, and its data. */
    share: { link: string; csv: string } | null;
    /** The address of runs along a slider, which is still to be named; none where there are none. */
    sweep: string | null;
    /** What the reader predicted, where the chart can show it; never before it was predicted. */
    guess: Guess | null;
    /** The number of the last move that the server knows of. */
    heard: number;
    /** Names the ports in which measures and controls stand, where they do not stand in the panel. */
    port: string | null;
    /** The slide that it stands on, which another window may show, too. */
    live: string | null;
    words: Words;
  }

  /** An empty plot over which a curve is to be drawn: where, between which bounds, and how numbers are written. */
  interface Plot {
    at: number[];
    low: number;
    high: number;
    format: string;
    along: string;
    over: string;
    of: string;
    words: Words;
  }

  /** A prediction beside the run: where both stand on an axis of the chart. */
  interface Guess {
    axis: 'x' | 'y' | 'x2' | 'y2';
    you: number | null;
    /** Where the reader drew, and what, if it was a curve. */
    curve: [number[], number[]] | null;
    run: number | null;
    /** The measure that the run's number is, if it is one: it then follows the hand. */
    measure: string | null;
    words: { you: string; run: string };
  }

  /** What a hand moves in another window. */
  interface Seen {
    live: string;
    name: string;
    value: number;
  }

  /** What the server sends of the runs along a slider. */
  interface Swept {
    at: number[];
    pictures: Charts.Picture[];
    measures: Record<string, (number | null)[]>;
  }

  /** A run at one setting of a slider. */
  interface Point {
    at: number;
    picture: Charts.Picture;
    measures: Record<string, number | null>;
  }

  /** What a control tells of the hand that is on it. */
  interface Hand {
    words: Words;
    /** It comes near: its runs may be asked for. */
    touch(name: string): void;
    /** It holds a slider and has not moved it yet. */
    hold(name: string): void;
    /** It moves it on. */
    move(name: string): void;
    /** A key of the projector moves it by a twentieth, up or down. */
    nudge(name: string, by: number): void;
    /** It has let go: the server is to know. */
    settle(name: string): void;
  }

  type Make = (control: Control, hand: Hand) => Shown;

  /** A control as it stands on the page. */
  interface Shown {
    node: HTMLElement;
    set(control: Control): void;
    /** Shows a number that was set elsewhere. */
    show?(value: number): void;
    value(): Setting;
  }

  /** A panel on the page. */
  interface Panel {
    root: HTMLElement;
    parts: Record<'top' | 'measures' | 'chart' | 'cover' | 'controls', HTMLElement>;
    message: Message;
    chart: Charts.Chart | null;
    shown: Map<string, Shown>;
    measures: { list: HTMLElement; say(numbers: Record<string, number | null>, fresh?: Measure[]): void } | null;
    built: string;
    text: string;
    look: string;
    /** The number of the last move that was told. */
    number: number;
    actions: { n: number; do: string }[];
    toldAt: number;
    timer: number;
    frame: number;
    keyAt: number;
    /** The slider that a hand holds. */
    held: string | null;
    /** What was moved since the server's last word. */
    moved: Set<string>;
    follow: { address: string; name: string; at: ((value: number) => Point) | null } | null;
    /** What stood there at the server's last word. */
    settled: Charts.Picture[];
    /** The numbers of the run that a hand moves, until the server's own come. */
    moving: Record<string, number | null> | null;
    /** Whether the kept run stands in the same picture. */
    isOverlaid?: boolean;
    send: Send;
  }
}
