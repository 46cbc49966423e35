// What a class has answered, as bars with their words: on phones, in the hall and beside the speaker.
import { letter, make, short } from './dom.js';

/** @param {number} share @param {boolean} isBefore */
const bar = (share, isBefore = false) => make('i', { 'data-before': isBefore, style: `width:${100 * share}%` });

/** @param {Live.Tally} tally */
const most = (tally) => Math.max(1, ...(tally.counts ?? []));

/**
 * @param {Live.Poll} poll @param {'en' | 'zh'} language @param {Live.Words} words
 * @param {{ mine?: number[], hasLabels?: boolean }} how
 */
const options = (poll, language, words, { mine = [], hasLabels = true }) => {
  const tally = poll.tally ?? { voters: 0 };
  const rows = (poll.form.options ?? []).map((option, place) => {
    const count = tally.counts?.[place] ?? 0;
    const before = poll.before?.counts?.[place];
    const share = tally.voters ? Math.round(100 * count / tally.voters) : 0;
    const isRight = poll.right?.includes(place) ?? false;
    const marks = [isRight ? words.right : '', mine.includes(place) ? words.yours : ''].filter(Boolean).join(' · ');
    return make('li', { class: 'lab-live-bar', 'data-right': isRight },
      make('span', { class: 'lab-live-label' }, `${letter(place)}${hasLabels ? `  ${option[language]}` : ''}`),
      make('span', { class: 'lab-live-track', 'aria-hidden': 'true' },
        ...(before === undefined ? [] : [bar(before / Math.max(1, poll.before?.voters ?? 1), true)]),
        bar(share / 100)),
      make('span', { class: 'lab-live-count' }, `${count} · ${share}%${marks ? ` · ${marks}` : ''}`));
  });
  return make('ul', { class: 'lab-live-bars' }, ...rows);
};

/** @param {Live.Poll} poll @param {'en' | 'zh'} language */
const histogram = (poll, language) => {
  const tally = poll.tally ?? { voters: 0 };
  const unit = poll.form.unit?.[language] ?? '';
  const rows = (tally.counts ?? []).map((count, place) => {
    const [low, high] = [tally.edges?.[place] ?? 0, tally.edges?.[place + 1] ?? 0];
    return make('li', { class: 'lab-live-bar' },
      make('span', { class: 'lab-live-label' }, `${short(low)}–${short(high)} ${unit}`),
      make('span', { class: 'lab-live-track', 'aria-hidden': 'true' }, bar(count / most(tally))),
      make('span', { class: 'lab-live-count' }, String(count)));
  });
  return make('ul', { class: 'lab-live-bars' }, ...rows);
};

/** @param {Live.Poll} poll @param {'en' | 'zh'} language */
const ranking = (poll, language) => {
  const ranks = poll.tally?.ranks ?? [];
  const items = (poll.form.items ?? []).map((item, place) => ({ item, rank: ranks[place] ?? 0 }));
  items.sort((one, other) => one.rank - other.rank);
  return make('ol', { class: 'lab-live-ranks' },
    ...items.map(({ item, rank }) => make('li', {}, `${item[language]} (${short(rank)})`)));
};

/**
 * @param {Live.Poll} poll @param {'en' | 'zh'} language @param {Live.Words} words
 * @param {{ mine?: number[], hasLabels?: boolean }} how
 * @returns {HTMLElement | null}
 */
export const drawTally = (poll, language, words, how = {}) => {
  switch (poll.form.kind) {
    case 'choice': return options(poll, language, words, how);
    case 'number': return histogram(poll, language);
    case 'order': return ranking(poll, language);
    default: return null;
  }
};
