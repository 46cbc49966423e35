// What a script of the lab meets on the page: Streamlit's part of it, and what the page's first script left there.

type Language = 'en' | 'zh';
type Words = Record<string, string>;

/** The element a component was given: what its script asks for stands in the html that came with it. */
type Host = {
  querySelector<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  querySelector(selector: string): HTMLElement;
} & HTMLElement;

/** What Streamlit hands a component; what the component gives back is called when it is run again or goes. */
interface Component<Data> {
  data: Data;
  parentElement: Host;
  setTriggerValue: Send;
  setStateValue: Send;
}
type Send = (name: string, value: unknown) => void;

/** Our pages are HTML: whatever a selector finds there is an HTMLElement. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}
interface Element {
  closest(selectors: string): HTMLElement | null;
}

interface String {
  replace(sought: string, put: string | number): string; // a number is put in as it is written
  toWellFormed?(): string; // not in every browser yet
}

/** Timers are numbers in a browser; null and undefined are none. */
declare function clearTimeout(timer: number | null | undefined): void;

interface Window {
  prerenderReady: boolean;
  __streamlit: object;
  labLight: LabLight;
  labRest?: LabRest;
  labPlotly?: Promise<unknown> | null;
  labPrintReady: Promise<void>;
  Plotly?: Plotly.Script;
  ace: Ace.Script;
}

/** Light or dark, as the reader chose or the system says. */
interface LabLight {
  isDark(): boolean;
  set(light: 'light' | 'dark'): void;
  listen(listener: () => void): void;
}

/** What a part tells that works on without the server; not there on paper. */
interface LabRest {
  /** Something has moved: the page is at rest no sooner than so many ms from now. */
  stir(wait?: number): void;
}

/** The rail of steps, as `ui.components.rail` in Python writes it. */
interface Rail {
  steps: RailStep[];
  current: number;
  summary: string;
  words: Words;
}
/** The time that is left of an exam: its end and the server's clock, in milliseconds. */
interface Countdown {
  ends: number;
  now: number;
  words: Words;
}
interface RailStep {
  n: number;
  title: string;
  note: string;
  stage: string;
  state: string;
}

/** What `watch` asks for, and what the page has seen. */
interface Watched {
  address: string;
  seen: string;
}
