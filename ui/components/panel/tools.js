// The tools in the corner of a panel: compare, other customers, undo, redo, back to the start, table, link and data.
import { draw } from '../chart/drawing.js';
import { make } from '../chart/node.js';
import { act } from './telling.js';

/** @param {Panels.Panel} panel @param {Panels.Tool} tool */
const button = (panel, tool) => {
  const node = make('button', 'lab-panel__tool');
  node.type = 'button';
  node.disabled = Boolean(tool.off);
  node.dataset.labTool = tool.do;
  node.title = tool.label;
  if (tool.on !== undefined) node.setAttribute('aria-pressed', String(tool.on));
  const icon = make('span', 'lab-panel__icon', tool.icon);
  icon.setAttribute('aria-hidden', 'true');
  node.setAttribute('aria-label', tool.label);
  node.append(icon, make('span', 'lab-panel__word', tool.word));
  node.onclick = () => act(panel, tool.do);
  return node;
};

/** @param {Panels.Panel} panel */
const table = (panel) => {
  const { words } = panel.message;
  const node = make('button', 'lab-panel__tool');
  node.type = 'button';
  node.dataset.labTool = 'table';
  const say = () => {
    const is = panel.chart?.asTable ? 'picture' : 'table';
    node.replaceChildren(make('span', 'lab-panel__word', words[`${is}_short`]));
    node.title = words[is];
    node.setAttribute('aria-label', words[is]);
  };
  node.onclick = () => {
    const { chart } = panel;
    if (!chart) return;
    chart.asTable = !chart.asTable;
    say();
    draw(chart);
  };
  say();
  return node;
};

/** @param {Panels.Panel} panel */
const share = (panel) => {
  const { share: said, words } = panel.message;
  const drawer = make('details', 'lab-panel__share');
  const summary = make('summary', 'lab-panel__tool', words.share);
  const box = make('div', 'lab-panel__drawer');
  if (!said) return [];
  const link = make('input');
  Object.assign(link, { readOnly: true, value: new URL(said.link, location.origin).href });
  link.setAttribute('aria-label', words.share_link);
  link.onfocus = () => link.select();
  const data = make('a', '', words.share_csv);
  data.href = said.csv;
  box.append(make('p', '', words.share_link), link, data);
  drawer.append(summary, box);
  drawer.onkeydown = (event) => {
    if (event.key !== 'Escape' || !drawer.open) return;
    drawer.open = false;
    summary.focus();
    event.stopPropagation();
  };
  return [drawer];
};

// Drawn anew with every message, but the focus stays on the tool that had it, and an open drawer open.
/** @param {Panels.Panel} panel @param {Panels.Tool[]} tools */
export const makeTools = (panel, tools) => {
  const { top } = panel.parts;
  const { title, said, chart } = panel.message;
  const held = /** @type {HTMLElement | null} */ (top.contains(document.activeElement) ? document.activeElement : null);
  const name = held?.dataset.labTool;
  const isOpen = top.querySelector('details')?.open;
  const bar = make('div', 'lab-panel__tools');
  if (chart) bar.append(...tools.map((tool) => button(panel, tool)), table(panel), ...share(panel));
  const words = make('p', 'lab-panel__title');
  words.append(make('strong', '', title), ...(said ? [make('span', '', said)] : []));
  top.replaceChildren(words, bar);
  const drawer = top.querySelector('details');
  if (drawer && isOpen) drawer.open = true;
  if (name) top.querySelector(`[data-lab-tool="${name}"]`)?.focus();
};
