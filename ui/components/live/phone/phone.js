// A student's phone in a room: it listens, shows what is asked, and sends what is answered. No framework: 20 kB.
import { listenTo } from '../feed.js';
import { make } from '../dom.js';
import { makePoll } from './poll.js';
import { send } from '../send.js';

const MOST_LATE = 800; // ms over which phones spread what they ask for by themselves

/** @param {HTMLElement} root */
const begin = (root) => {
  const { code, language } = root.dataset;
  const words = JSON.parse(document.getElementById('lab-live-words')?.textContent ?? '{}');
  const here = `/live/${code}`;
  const line = make('p', { class: 'line', role: 'status', hidden: true });
  const idle = make('p', { class: 'idle' });
  const parts = make('div', {});
  root.append(line, idle, parts);

  /** @type {Live.Phone} */
  const phone = {
    root, code: code ?? '', language: language === 'zh' ? 'zh' : 'en', words, told: null, mine: null,
    act: (fields) => send(`${here}/do?lang=${language}`, fields),
    draw: () => {},
  };
  const drawn = [makePoll(phone)];
  parts.append(...drawn.map((part) => part.root));

  phone.draw = () => {
    const isOver = phone.told?.room?.open === false;
    const isIdle = !phone.told?.poll;
    idle.textContent = isOver ? words.over : words.nothing;
    idle.hidden = !isOver && !isIdle;
    drawn.forEach((part) => part.draw());
    document.documentElement.toggleAttribute('data-lab-rest', phone.told !== null && phone.mine !== null);
  };

  const ask = async () => {
    try {
      const answer = await fetch(`${here}/mine`);
      if (answer.ok) phone.mine = (await answer.json()) ?? phone.mine; // nothing, if the room has closed meanwhile
    } catch { /* the line is told of by the stream */ }
    phone.draw();
  };

  listenTo(`${here}/stream`, (told) => {
    const isOther = told.poll?.id !== phone.told?.poll?.id || told.poll?.state !== phone.told?.poll?.state;
    const isFirst = phone.told === null;
    phone.told = told;
    phone.draw();
    if (isFirst) ask();
    else if (isOther) setTimeout(ask, Math.random() * MOST_LATE);
  }, (isLost) => {
    line.hidden = !isLost;
    line.textContent = navigator.onLine ? words.lost_lab : words.lost_phone;
  });
};

const root = document.getElementById('lab-live');
if (root) begin(root);
