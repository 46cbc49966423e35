// A lab that phones and windows can talk to: its streams, its answers, and a poll to ask.
import { turn } from '../page.js';

/** The streams that were opened, the latest last. */
export const streams = [];
globalThis.EventSource = class {
  static CONNECTING = 0;

  static OPEN = 1;

  static CLOSED = 2;

  readyState = 1;

  constructor(address) {
    this.address = address;
    streams.push(this);
  }

  close() { this.readyState = 2; }

  say(told) { this.onmessage({ data: JSON.stringify(told) }); }

  /** The lab does not know the room, or the line is down: the browser asks again by itself, or not at all. */
  fail(readyState = 2) {
    this.readyState = readyState;
    this.onerror();
  }
};

/** What was asked of the lab, in order: the address and what was sent. */
export const asked = [];
/** What the lab answers; null breaks the line. */
export const lab = { answer: () => ({ status: 200, said: {} }) };
globalThis.fetch = async (address, how = {}) => {
  const fields = how.body ? JSON.parse(how.body) : null;
  asked.push({ address, fields });
  const answer = await lab.answer(address, fields);
  if (answer === null) throw new TypeError('no line');
  return { status: answer.status, ok: answer.status < 300, json: async () => structuredClone(answer.said) };
};

export const forget = () => {
  streams.length = 0;
  asked.length = 0;
};

/** Lets every answer that is on its way arrive. */
export const settle = async () => { for (let n = 0; n < 6; n += 1) await turn(); };

export const say = (en) => ({ en, zh: `${en}（中）` });

export const choice = (over = {}) => ({
  kind: 'choice', options: ['Stay', 'Leave', 'Wait'].map(say), most: 1, ...over,
});

export const poll = (over = {}) => ({
  id: 1, round: 1, question: say('Who stays?'), form: choice(), state: 'open', shown: false, slide: 'ask', ...over,
});
