import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(new URL('../../../ui/components/page/first.js', import.meta.url), 'utf8');

// A visit: what the browser knows before anything is drawn.
const visit = (over = {}) => {
  const known = { isDark: false, stored: null, plotly: undefined, ...over };
  const heard = { system: [], storage: [] };
  const root = { dataset: {} };
  const head = [];
  const stored = new Map(known.stored ? [['lab-light', known.stored]] : []);
  const refuse = () => { throw new Error('no storage here'); };
  const window = {
    matchMedia: (query) => ({
      media: query,
      get matches() { return query.includes('dark') ? known.isDark : 'asked elsewhere'; },
      addEventListener: (_, listener) => heard.system.push(listener),
    }),
  };
  runInNewContext(SCRIPT, {
    window,
    document: {
      currentScript: { dataset: { plotly: known.plotly } }, documentElement: root,
      createElement: () => ({}), head: { append: (script) => head.push(script) },
    },
    location: { origin: 'http://lab.test' },
    localStorage: known.isRefused ? { getItem: refuse, setItem: refuse }
      : { getItem: (name) => stored.get(name) ?? null, setItem: (name, value) => stored.set(name, value) },
    addEventListener: (name, listener) => heard[name].push(listener),
  });
  return {
    window, root, head, stored,
    turn: (isDark) => {
      known.isDark = isDark;
      heard.system.forEach((listener) => listener());
    },
    elsewhere: (key, newValue) => heard.storage.forEach((listener) => listener({ key, newValue })),
  };
};
const dark = ({ window }) => window.matchMedia('(prefers-color-scheme: dark)');

test('light and dark follow the system until the reader chooses', () => {
  const one = visit();
  const told = [];
  dark(one).addEventListener('change', ({ matches }) => told.push(matches));
  one.turn(true);
  one.window.labLight.set('light');
  one.turn(true);

  assert.deepEqual(told, [true, false]);
  assert.deepEqual([dark(one).matches, one.root.dataset.labLight], [false, 'light']);
  assert.equal(one.stored.get('lab-light'), 'light');
});

test('what was chosen before holds from the first moment', () => {
  const one = visit({ stored: 'dark' });

  assert.deepEqual([dark(one).matches, one.root.dataset.labLight, one.window.labLight.isDark()], [true, 'dark', true]);
});

test('what is chosen in another window holds here, what else is stored there does not', () => {
  const one = visit();
  one.elsewhere('lab-light', 'dark');
  one.elsewhere('lab-editor-size', 'light');

  assert.equal(one.root.dataset.labLight, 'dark');
});

test('who no longer wants to hear is not told', () => {
  const one = visit();
  const told = [];
  const listener = () => told.push(1);
  dark(one).addListener(listener);
  one.window.labLight.listen(listener);
  dark(one).removeEventListener('change', listener);
  one.window.labLight.set('dark');

  assert.deepEqual(told, []);
});

test('a reader who keeps nothing may still choose', () => {
  const one = visit({ isRefused: true });
  one.window.labLight.set('dark');

  assert.equal(one.root.dataset.labLight, 'dark');
});

test('other questions about the screen are asked of the browser', () => {
  assert.equal(visit().window.matchMedia('(min-width: 1000px)').matches, 'asked elsewhere');
});

test('where a chart is expected its script is fetched at once', () => {
  const one = visit({ plotly: '/p.js' });

  assert.deepEqual(one.head.map(({ src, async }) => [src, async]), [['/p.js', true]]);
  assert.deepEqual([visit().head, 'labPlotly' in visit().window], [[], false]);
});

test('Streamlit is told where its server is and whom to obey', () => {
  const { BACKEND_BASE_URL: server, HOST_CONFIG: host } = visit().window.__streamlit;

  assert.deepEqual([server, ...host.allowedOrigins], ['http://lab.test/', 'http://lab.test']);
});
