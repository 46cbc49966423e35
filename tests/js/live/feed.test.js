import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { document, page } from '../page.js';
import { forget, streams } from './made.js';
import { listenTo } from '../../../ui/components/live/feed.js';

let heard = [];
let lost = [];
let close = () => {};
const listen = () => { close = listenTo('/live/ABC/stream', (told) => heard.push(told), (is) => lost.push(is)); };
const isHidden = (is) => Object.defineProperty(document, 'hidden', { value: is, configurable: true });
const isSeen = () => document.dispatchEvent(new page.Event('visibilitychange'));

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(Math, 'random', () => 1);
  forget();
  [heard, lost] = [[], []];
  isHidden(false);
});

afterEach(() => {
  close();
  mock.reset();
  mock.timers.reset();
});

test('what the room says is heard, and the line is up', () => {
  listen();
  streams[0].say({ v: 3 });

  assert.deepEqual([streams[0].address, heard, lost], ['/live/ABC/stream', [{ v: 3 }], [false]]);
});

test('while the browser asks again by itself nobody else does', () => {
  listen();
  streams[0].fail(EventSource.CONNECTING);
  mock.timers.tick(60_000);

  assert.deepEqual([streams.length, lost], [1, [true]]);
});

test('after a refusal the stream is opened again, ever more slowly, and never slower than every 15 s', () => {
  listen();
  for (const wait of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
    const before = streams.length;
    streams.at(-1).fail();
    mock.timers.tick(wait - 1);
    assert.equal(streams.length, before);
    mock.timers.tick(1);

    assert.equal(streams.length, before + 1);
  }
});

test('once the room has spoken again the next wait is short', () => {
  listen();
  streams[0].fail();
  mock.timers.tick(1000);
  streams[1].say({ v: 1 });
  streams[1].fail();
  mock.timers.tick(1000);

  assert.deepEqual([streams.length, lost], [3, [true, false, true]]);
});

test('not all phones ask again at once', () => {
  Math.random.mock.mockImplementation(() => 0);
  listen();
  streams[0].fail();
  mock.timers.tick(500);

  assert.equal(streams.length, 2);
});

test('a page that is seen again opens its stream at once, and only once', () => {
  listen();
  streams[0].fail();
  isHidden(true);
  isSeen();
  assert.equal(streams.length, 1);
  isHidden(false);
  isSeen();
  assert.equal(streams.length, 2);
  mock.timers.tick(60_000);

  assert.equal(streams.length, 2);
});

test('a stream that is open is left open, whatever the page hears', () => {
  listen();
  isSeen();
  ['online', 'pageshow'].forEach((name) => page.dispatchEvent(new page.Event(name)));

  assert.equal(streams.length, 1);
});

test('a phone that is online again opens its stream at once', () => {
  listen();
  streams[0].fail();
  page.dispatchEvent(new page.Event('online'));

  assert.equal(streams.length, 2);
});

test('a stream that was closed stays closed', () => {
  listen();
  streams[0].fail();
  close();
  mock.timers.tick(60_000);
  isSeen();

  assert.deepEqual([streams.length, streams[0].readyState], [1, EventSource.CLOSED]);
});
