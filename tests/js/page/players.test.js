import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { document, lay, turn } from '../page.js';
import { hush, keepPlaying } from '../../../ui/components/page/players.js';

const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const SOUND = '<a href="/lab-media/00ff/call.mp3">A call</a>';

beforeEach(() => {
  lay(`<p>Hear ${SOUND} and see <a href="/lab-media/00ee/shop.webm">a shop</a>, <a href="/glossary">a word</a>.</p>`);
  keepPlaying();
});

test('each link to a sound or a video has its player, and no other link', () => {
  assert.deepEqual(all('.lab-player > :first-child').map((one) => one.localName), ['audio', 'video']);
  assert.deepEqual(all('a').map((one) => one.hidden), [true, true, false]);
});

test('a player has controls, fetches no more than its head, and says what it plays', () => {
  const sound = find('audio');

  assert.deepEqual([sound.controls, sound.preload], [true, 'metadata']);
  assert.equal(sound.src, 'http://lab.test/lab-media/00ff/call.mp3');
  assert.equal(sound.getAttribute('aria-label'), 'A call');
});

test('a page that is drawn again keeps one player for each link, and none without one', async () => {
  find('p').append(document.createElement('i'));
  await turn();
  assert.equal(all('.lab-player').length, 2);
  find('a').remove();
  await turn();

  assert.deepEqual(all('.lab-player > :first-child').map((one) => one.localName), ['video']);
});

test('a link that leads to another file has a new player, and one that leads to a page is seen again', async () => {
  find('a').setAttribute('href', '/lab-media/0011/other.ogg');
  await turn();
  assert.equal(find('audio').src, 'http://lab.test/lab-media/0011/other.ogg');
  find('a').setAttribute('href', '/glossary');
  await turn();

  assert.deepEqual([find('a').hidden, find('audio')], [false, null]);
});

test('what plays on a slide that is left falls silent', () => {
  let paused = 0;
  find('audio').pause = () => { paused += 1; };
  hush([find('p')]);

  assert.equal(paused, 1);
});
