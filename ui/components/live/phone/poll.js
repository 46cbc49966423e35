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

/** @param {Live.Phone} phone */
export const makePoll = (phone) => {
  const [head, round, body, result] = [make('h2'), make('p', { class: 'round' }), make('form'), make('section')];
  const says = make('p', { class: 'says', role: 'status' });
  const root = make('section', { class: 'poll' }, round, head, body, says, result);
  let shown = /** @type {{ id: number, way: Live.Answering | null } | null} */ (null);
  let [count, why, isFilled] = [0, '', false];

  const answer = async () => {
    const poll = phone.told?.poll;
    if (!poll || !shown?.way) return;
    count = Math.max(count, keptOf(phone)?.number ?? 0) + 1;
    root.toggleAttribute('data-asking', true);
    says.textContent = phone.words.sending;
    const answered = await phone.act({ do: 'vote', poll: poll.id, number: count, value: shown.way.read() });
    root.removeAttribute('data-asking');
    why = answered.ok ? '' : answered.said?.why ?? phone.words.lost_lab;
    if (answered.ok && phone.mine) phone.mine.poll = answered.said;
    draw();
  };
  body.onsubmit = (event) => { event.preventDefault(); answer(); };
  /** @param {Live.Poll} poll */
  const lay = (poll) => {
    const way = answering(poll.form, phone);
    body.replaceChildren(...(way ? [way.root, make('button', {}, phone.words.send)] : []));
    shown = { id: poll.id, way };
    [count, why, isFilled] = [0, '', false];
  };

  const draw = () => {
    const poll = phone.told?.poll;
    root.hidden = !poll;
    if (!poll) return;
    head.textContent = poll.question[phone.language];
    round.textContent = poll.round > 1 ? phone.words.again : '';
    if (shown?.id !== poll.id) lay(poll);
    const kept = keptOf(phone); // what was answered before a reload comes a moment after the question
    if (kept && !isFilled) shown?.way?.show(kept.value);
    isFilled ||= Boolean(kept);
    const isClosed = poll.state !== 'open';
    body.querySelectorAll('input, button').forEach((one) => one.toggleAttribute('disabled', isClosed));
    says.textContent = why || said(phone, poll);
    result.replaceChildren(...results(phone, poll));
    body.hidden = isClosed && result.childElementCount > 0; // the bars name every option
  };
  return { root, draw };
};
