import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../page.js';
import { show, slides } from '../made.js';
import { PATCHES, toSlide } from '../../../ui/components/stage/patches.js';

const hidden = slides.map((slide) => ({ ...slide, phases: 1 }));

test('next and back lead to a neighbour, first and last to the ends, and there to nothing', () => {
  const from = (slide, names) => names.map((name) => PATCHES[name](show({ slide, clock: 'running' }))?.slide ?? null);

  assert.deepEqual(from('ask', ['next', 'back', 'first', 'last']), ['run', 'title', 'title', 'end']);
  assert.deepEqual(from('title', ['back', 'first']), [null, null]);
  assert.deepEqual(from('end', ['next', 'last']), [null, null]);
});

test('next reveals first, and only what is left', () => {
  const patch = (revealed) => PATCHES.next(show({ slide: 'ask', revealed }, { slides: hidden }));

  assert.deepEqual(patch({}), { revealed: { ask: 1 } });
  assert.equal(patch({ ask: 1 }).slide, 'run');
});

test('to turn closes the tool, and starts the clock where the title is left', () => {
  assert.deepEqual(toSlide(show(), 'ask'), { slide: 'ask', tool: null, clock: 'running' });
  assert.deepEqual(toSlide(show({ slide: 'run', tool: 'qr' }), 'run'), { slide: 'run', tool: null });
  assert.equal(toSlide(show({ slide: 'run' }), 'run'), null);
});

test('no key changes how a simulation stands, but all of it goes with a presentation that begins anew', () => {
  const made = show({ slide: 'ask', settings: { run: { a: 1 } } });
  const changing = Object.keys(PATCHES).filter((name) => 'settings' in (PATCHES[name](made) ?? {}));

  assert.deepEqual(changing, ['anew']);
  assert.deepEqual(PATCHES.anew(made).settings, {});
});

test('what would change nothing is no patch', () => {
  const made = show({ clock: 'ended' }, { tongues: ['en'] });

  for (const name of ['close', 'start', 'tongue', 'clock', 'end']) assert.equal(PATCHES[name](made), null, name);
});
