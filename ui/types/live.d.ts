// The live class, as the lab tells it to phones and windows.
declare namespace Live {
  type Say = { en: string, zh: string };
  type Words = Record<string, string>;
  interface Lever { name: string, label: Say, low: number, high: number, step: number, default: number }
  interface Form {
    kind: 'choice' | 'number' | 'point' | 'order' | 'words' | 'levers';
    options?: Say[]; most?: number;
    low?: number; high?: number; step?: number | null; unit?: Say | null;
    across?: Form; up?: Form; across_label?: Say; up_label?: Say;
    items?: Say[]; levers?: Lever[];
  }
  interface Tally {
    voters: number; counts?: number[]; edges?: number[]; middle?: number;
    points?: [number, number][]; ranks?: number[]; levers?: Record<string, number>;
  }
  interface Poll {
    id: number; round: number; question: Say; form: Form; state: 'open' | 'closed' | 'shown'; shown: boolean;
    tally?: Tally; right?: number[] | null; slide?: string; before?: Tally;
  }
  interface Vote { poll: number, number: number, value: unknown }
  interface Command { do: string, n: number, at: number }
  interface Told { v: number, room: any, poll: Poll | null, remote?: Command | null, [part: string]: any }
  interface Mine { room: { name: string, team: string }, poll: Vote | null, [part: string]: any }
  // What one phone knows and can do; `act` sends and returns what the lab answers, null if it could not.
  interface Phone {
    root: HTMLElement; code: string; language: 'en' | 'zh'; words: Words;
    told: Told | null; mine: Mine | null;
    act: (fields: Record<string, unknown>) => Promise<any>;
    draw: () => void;
  }
  interface Answering { root: HTMLElement; read: () => unknown; show: (value: unknown) => void }
}
