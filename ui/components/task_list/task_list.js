// The tasks of a simulation: a tick for each that is done, and what is new is said aloud.
import { make } from '../chart/node.js';

/** @typedef {{ text: string, found: number, ways: number, names: string[] }} Task */
/** @typedef {{ tasks: Task[], words: Words }} Tasks */
/** @type {WeakMap<HTMLElement, Tasks>} */
const known = new WeakMap();

/** @param {Task} task */
const isDone = ({ found, ways }) => found === ways;

// How far a task is, in words; nothing where one way is all there is.
/** @param {Task} task @param {Words} words */
export const ways = ({ found, ways: all, names }, words) => {
  if (all < 2) return '';
  const count = words.found.replace('{found}', String(found)).replace('{all}', String(all));
  return names.length ? `${count} – ${names.join(words.between)}` : count;
};

// What is to be heard of tasks that are further than they were.
/** @param {Tasks} now @param {Tasks | undefined} before */
export const news = ({ tasks, words }, before) => tasks.flatMap((task, k) => {
  const was = before?.tasks[k];
  if (!was || was.text !== task.text || task.found <= was.found) return [];
  return [`${isDone(task) ? words.done : ''} ${task.text} ${ways(task, words)}`.trim()];
});

/** @param {Task} task @param {Words} words @param {boolean} isFresh */
const row = (task, words, isFresh) => {
  const node = make('li');
  const tick = make('span', 'lab-tasks__tick', isDone(task) ? '✓' : '○');
  const said = make('span');
  const more = ways(task, words);
  tick.setAttribute('aria-hidden', 'true');
  said.append(make('span', 'lab-tasks__unseen', `${isDone(task) ? words.done : words.open} `), task.text);
  node.toggleAttribute('data-done', isDone(task));
  node.toggleAttribute('data-fresh', isFresh);
  node.append(tick, said, ...(more ? [make('span', 'lab-tasks__ways', more)] : []));
  return node;
};

const spoken = () => {
  const node = make('p', 'lab-tasks__unseen');
  node.setAttribute('role', 'status');
  return node;
};

/** @param {Component<Tasks>} component */
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('[data-lab-tasks]');
  const before = known.get(root);
  if (JSON.stringify(before) === JSON.stringify(data)) return;
  known.set(root, data);
  const { tasks, words } = data;
  if (!before) root.append(make('h3'), make('ul'), spoken());
  const [title, list, voice] = root.children;
  const fresh = tasks.map((task, k) => task.found > (before?.tasks[k]?.found ?? task.found));
  title.textContent = words.title;
  list.replaceChildren(...tasks.map((task, k) => row(task, words, fresh[k])));
  voice.textContent = news(data, before).join(' ');
}
