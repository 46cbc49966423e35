// The question on a phone: drawn once for each poll, so that a message never takes away what is being typed.
import { answering } from './answering.js';
import { drawTally } from '../bars.js';
import { fill, make } from '../dom.js';

// What this phone has answered to the question that is shown.
/** @param {Live.Phone} phone */
const keptOf = (phone) => {
  const vote = phone.mine?.poll;
  return vote && vote.poll === phone.told?.poll?.id ? vote : null;
};

/** @param {Live.Phone} phone @param {Live.Poll} poll */
const said = (phone, poll) => {
  const [kept, { words }] = [keptOf(phone), phone];
  if (poll.state === 'open') return kept ? words.kept : '';
  return kept ? words.kept_closed : words.too_late;
};

// What the class has answered, once it is shown.
/** @param {Live.Phone} phone @param {Live.Poll} poll */
const results = (phone, poll) => {
  const value = keptOf(phone)?.value;
  const how = { mine: Array.isArray(value) ? value : [] };
  const bars = poll.tally && drawTally(poll, phone.language, phone.words, how);
  if (!bars) return [];
  const voters = make('p', {}, fill(phone.words.voters, { n: poll.tally?.voters }));
  return [make('h3', {}, phone.words.class_says), voters, bars];
};

/** @typedef {{ id: number, way: Live.Answering | null, count: number, why: string, isFilled: boolean }} Shown */

// Sends what stands in the form, under the next number of this phone.
/** @param {Live.Phone} phone @param {Shown} shown */
const answer = async (phone, shown) => {
  const poll = phone.told?.poll;
  if (!poll || !shown.way) return;
  shown.isFilled = true;
  shown.count = Math.max(shown.count, keptOf(phone)?.number ?? 0) + 1;
  const fields = { do: 'vote', poll: poll.id, number: shown.count, value: shown.way.read() };
  const answered = await phone.act(fields);
  shown.why = answered.ok ? '' : answered.said?.why ?? phone.words.lost_lab;
  if (!answered.ok) return;
  phone.mine ??= { room: { name: '', team: '' }, poll: null };
  phone.mine.poll = answered.said;
};

/** @param {Live.Phone} phone */
export const makePoll = (phone) => {
  const [head, round, body, result] = [make('h2'), make('p', { class: 'round' }), make('form'), make('section')];
  const says = make('p', { class: 'says', role: 'status' });
  const root = make('section', { class: 'poll' }, round, head, body, says, result);
  /** @type {Shown} */
  let shown = { id: -1, way: null, count: 0, why: '', isFilled: false };

  /** @param {Live.Poll} poll */
  const lay = (poll) => {
    const way = answering(poll.form, phone);
    body.replaceChildren(...(way ? [way.root, make('button', {}, phone.words.send)] : []));
    shown = { id: poll.id, way, count: 0, why: '', isFilled: false };
  };

  const draw = () => {
    const poll = phone.told?.poll;
    root.hidden = !poll;
    if (!poll) return;
    head.textContent = poll.question[phone.language];
    round.textContent = poll.round > 1 ? phone.words.again : '';
    if (shown.id !== poll.id) lay(poll);
    const kept = keptOf(phone); // what was answered before a reload comes a moment after the question
    if (kept && !shown.isFilled) shown.way?.show(kept.value);
    shown.isFilled ||= Boolean(kept);
    const isClosed = poll.state !== 'open';
    body.querySelectorAll('input, button').forEach((one) => one.toggleAttribute('disabled', isClosed));
    says.textContent = shown.why || said(phone, poll);
    result.replaceChildren(...results(phone, poll));
    body.hidden = isClosed && result.childElementCount > 0; // the bars name every option
  };

  body.onsubmit = async (event) => {
    event.preventDefault();
    root.toggleAttribute('data-asking', true);
    says.textContent = phone.words.sending;
    await answer(phone, shown);
    root.removeAttribute('data-asking');
    draw();
  };
  body.oninput = body.onclick = () => { shown.isFilled = true; };
  return { root, draw };
};
