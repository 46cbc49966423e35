// Charts: what the server sends, what stands on the page, and the little of Plotly that is called.

declare namespace Plotly {
  type Part = Record<string, any>; // Plotly's own names, of which there are thousands

  interface Script {
    react(node: HTMLElement, traces: Part[], layout: Part, config: object): void;
    purge(node: HTMLElement): void;
    toImage(drawing: { data: Part[]; layout: Part; config: object }, options: object): Promise<string>;
  }
}

declare namespace Charts {
  /** One moment of a picture: what changes in each trace. */
  interface Frame {
    name: string;
    caption: string;
    data: (Plotly.Part | null | undefined)[];
  }

  interface Picture {
    data: Plotly.Part[];
    layout: Plotly.Part;
    alt: string;
    start: number;
    frames: Frame[];
    /** What is said of the moment that it shows, where its frames were not sent. */
    caption?: string;
  }

  /** What the server sends. `share` is how much of a projector's screen a chart takes at least. */
  interface Message {
    pictures: Picture[];
    tables: string[];
    labels: string[];
    language: Language;
    height: number;
    share: number | null;
    /** Whether it is as high as its screen leaves room for. */
    fill?: boolean;
    plotly: string;
    words: Words;
  }

  /** How the page looks. */
  interface Look {
    text: string;
    back: string;
    line: string;
    font: string;
    rem: number;
    dark: boolean;
    name?: string;
  }

  /** The room a picture is drawn in; `top` and `below` (px) are asked for where there is a `share`. */
  interface Room {
    width: number;
    height: number;
    share?: number | null;
    top?: number | null;
    below?: number;
    isBeside?: boolean;
  }

  /** The nodes of one picture, and where it was drawn last. */
  interface Shown {
    figure: HTMLElement;
    caption: HTMLElement;
    plot: HTMLElement;
    table: HTMLElement;
    wait: HTMLElement;
    width: number;
    top: number | null;
    under: number;
    height?: number;
    filled?: string;
  }

  interface Bar {
    node: HTMLElement;
    play: HTMLButtonElement;
    scrub: HTMLInputElement;
    caption: HTMLElement;
    table: HTMLButtonElement;
  }

  /** A chart on the page, kept as long as it is there. */
  interface Chart {
    root: HTMLElement;
    pictures: HTMLElement;
    bar: Bar;
    observer: ResizeObserver;
    onResize: () => void;
    message: Message;
    look: Look;
    shown: Shown[];
    /** What stands over the pictures of the message while a hand or a tween moves them. */
    over: (Picture | null)[] | null;
    /** The run before, drawn thin with the last picture, at the moment it is of. */
    ghost: { traces: Plotly.Part[]; moment: number | null } | null;
    /** What is drawn on the last picture besides: its layout with that, and further traces. */
    mark: ((layout: Plotly.Part, look: Look) => { layout: Plotly.Part; traces: Plotly.Part[] }) | null;
    /** What has to be in sight with it where it fills its screen. */
    beside?: HTMLElement[];
    moment: number | null;
    playing: boolean;
    asTable: boolean;
    timer?: number;
    below?: number;
    isBeside?: boolean;
  }

  type Draw = (chart: Chart) => void;

  type Value = string | number | null;

  interface Table {
    heads: string[];
    rows: Value[][];
    all: number;
  }
}
