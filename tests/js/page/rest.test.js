import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';

const SCRIPT = readFileSync(new URL('../../../ui/components/page/rest.js', import.meta.url), 'utf8');
const FRAME = 16; // ms

class Socket extends EventTarget {
  sent = [];

  send(data) { this.sent.push(data); }

  says(name, data) { this.dispatchEvent(Object.assign(new Event(name), { data })); }
}

// A page with this in it, and a clock that stands still but for `pass`; what the browser knows is in `known`.
const open = async ({ inside = '', known = {} } = {}) => {
  const page = new Window({ url: 'http://lab.test/' });
  const { document } = page;
  const ours = Object.assign(document.createElement('div'), { id: 'ours' });
  ours.append(document.createRange().createContextualFragment(inside));
  const app = document.createElement('div');
  Object.assign(app.dataset, { testid: 'stApp', testScriptState: 'notRunning', testConnectionState: 'CONNECTED' });
  app.append(ours);
  document.body.append(app);
  const fonts = Object.assign(new EventTarget(), { status: 'loaded' });
  const says = { readyState: 'complete', hidden: false, fonts, ...known };
  for (const name of Object.keys(says)) Object.defineProperty(document, name, { get: () => says[name] });
  Object.defineProperty(document, 'images', { get: () => document.querySelectorAll('img') });
  let [now, due] = [0, []];
  const later = (draw) => { due.push(draw); };
  page.WebSocket = Socket;
  await page.happyDOM.waitUntilComplete(); // it says itself that it was loaded
  runInNewContext(SCRIPT, {
    window: page, document, Element: page.Element, MutationObserver: page.MutationObserver, ArrayBuffer,
    performance: { now: () => now }, setTimeout: later,
    requestAnimationFrame: (draw) => { if (!says.hidden) later(draw); }, // nothing is drawn that nobody sees
    addEventListener: page.addEventListener.bind(page),
  });
  const heard = () => page.happyDOM.waitUntilComplete(); // what was changed is told to those who look on
  const one = {
    page, document, app, ours, says, fonts, socket: new page.WebSocket('ws://lab.test/'),
    isAtRest: () => 'labRest' in document.documentElement.dataset,
    frame: (ms = FRAME) => {
      now += ms;
      const all = due;
      due = [];
      all.forEach((draw) => draw());
    },
    // So many milliseconds later, and then as long as it takes if nothing more comes.
    pass: async (ms = 0) => {
      await heard();
      one.frame(ms);
      for (let n = 0; n < 4; n += 1) one.frame();
      return one.isAtRest();
    },
    // At once, before a frame is drawn.
    now: async () => {
      await heard();
      return one.isAtRest();
    },
  };
  return one;
};
const rested = async (over) => {
  const one = await open(over);
  assert.ok(await one.pass(100), 'it came to rest at first');
  return one;
};

// Streamlit's messages, as far as they are read: a digest, then what is meant.
const message = (...bytes) => Uint8Array.of(0x0a, 2, 0x20, 0x30, ...bytes).buffer;
const BEGINS = message(0x22, 1, 0x30);
const ENDS = message(0x30, 0);
const ENDS_FOR_ANOTHER = message(0x30, 2);
const DRAWS = message(0x2a, 0xc8, 1, ...new Array(200).fill(0x30)); // a long one
const RUN = Uint8Array.of(0x5a, 0);

test('a page on which nothing happens is at rest after three calm looks, not sooner', async () => {
  const one = await open();
  const found = [0, 1, 2].map(() => {
    one.frame();
    return one.isAtRest();
  });

  assert.deepEqual(found, [false, false, true]);
});

test('what moves in between is looked at three times again, but for what moves by itself', async () => {
  const one = await open({ inside: '<p></p><div class="lab-chart" data-lab-root data-lab-moves><b></b></div>' });
  const at = async (selector) => {
    one.page.labRest.stir();
    one.frame();
    one.frame();
    one.document.querySelector(selector).append('moved');
    await one.now();
    one.frame();
    return one.isAtRest();
  };

  assert.deepEqual([await at('b'), await at('p')], [true, false]);
  assert.ok(await one.pass());
});

for (const mark of [
  'data-undrawn', 'data-asking', 'aria-busy="true"', 'data-stale="true"', 'data-testid="stSkeleton"',
]) {
  test(`a page is not at rest from the moment something is ${mark} to the moment it no longer is`, async () => {
    const one = await rested();
    one.ours.append(one.document.createRange().createContextualFragment(`<p><i ${mark}></i></p>`));
    assert.equal(await one.now(), false);
    assert.equal(await one.pass(60_000), false);
    one.ours.replaceChildren();

    assert.equal(await one.pass(), true);
  });
}

for (const [name, busy, still] of [
  ['data-undrawn', '', null], ['data-asking', '', null],
  ['aria-busy', 'true', 'false'], ['data-stale', 'true', 'false'],
]) {
  test(`what stands on the page may become ${name} and cease to be so`, async () => {
    const one = await rested({ inside: '<p></p>' });
    const node = one.document.querySelector('p');
    node.setAttribute(name, busy);
    assert.equal(await one.now(), false);
    assert.equal(await one.pass(60_000), false);
    if (still === null) node.removeAttribute(name);
    else node.setAttribute(name, still);

    assert.equal(await one.pass(), true);
  });
}

for (const [name, busy, still] of [
  ['testScriptState', 'running', 'notRunning'], ['testConnectionState', 'CONNECTING', 'CONNECTED'],
]) {
  test(`a page whose ${name} is ${busy} is not at rest`, async () => {
    const one = await rested();
    one.app.dataset[name] = busy;
    assert.equal(await one.now(), false);
    assert.equal(await one.pass(60_000), false);
    one.app.dataset[name] = still;

    assert.equal(await one.pass(), true);
  });
}

test('a page is at rest no sooner than it has arrived, with Streamlit’s part of it', async () => {
  const one = await open({ known: { readyState: 'interactive' } });
  assert.equal(await one.pass(1000), false);
  one.says.readyState = 'complete';
  one.app.remove();
  assert.equal(await one.pass(1000), false);
  one.document.body.append(one.app);

  assert.equal(await one.pass(), true);
});

test('fonts that are fetched are waited for', async () => {
  const one = await rested();
  one.fonts.status = 'loading';
  one.fonts.dispatchEvent(new Event('loading'));
  assert.deepEqual([one.isAtRest(), await one.pass(1000)], [false, false]);
  one.fonts.status = 'loaded';

  assert.equal(await one.pass(), true);
});

test('pictures are waited for, but for those that are fetched when they come in sight', async () => {
  const one = await open({ inside: '<img id="a"><img id="b" loading="lazy">' });
  const [now, later] = one.document.querySelectorAll('img');
  let isThere = false;
  Object.defineProperty(now, 'complete', { get: () => isThere });
  Object.defineProperty(later, 'complete', { value: false });
  Object.defineProperty(later, 'loading', { value: 'lazy' });
  assert.equal(await one.pass(1000), false);
  isThere = true;

  assert.equal(await one.pass(), true);
});

test('a run is waited for from the moment it is asked for to its end', async () => {
  const one = await rested();
  one.socket.send(RUN);
  assert.equal(one.isAtRest(), false);
  assert.equal(await one.pass(5000), false); // not taken up yet: the mark of Streamlit still says that nothing runs
  one.socket.says('message', BEGINS);
  assert.equal(await one.pass(60_000), false);
  one.socket.says('message', DRAWS);
  assert.equal(await one.pass(60_000), false);
  one.socket.says('message', ENDS);
  assert.equal(one.isAtRest(), false);

  assert.equal(await one.pass(40), true);
  assert.deepEqual(one.socket.sent, [RUN]);
});

test('of two runs that were asked for before the first began the second may come, or not', async () => {
  const ask = async () => {
    const one = await rested();
    one.socket.send(RUN);
    one.socket.send(RUN);
    one.socket.says('message', BEGINS);
    one.socket.says('message', ENDS);
    assert.equal(await one.pass(300), false);
    return one;
  };
  const [two, alone] = [await ask(), await ask()];
  two.socket.says('message', BEGINS);
  assert.equal(await two.pass(60_000), false);
  two.socket.says('message', ENDS);

  assert.deepEqual([await two.pass(40), await alone.pass(500)], [true, true]);
});

test('a run that was asked for during another surely follows it, as does one for which another was ended', async () => {
  const during = await rested();
  during.socket.send(RUN);
  during.socket.says('message', BEGINS);
  during.socket.send(RUN);
  during.socket.says('message', ENDS);
  const ended = await rested();
  ended.socket.says('message', BEGINS);
  ended.socket.says('message', ENDS_FOR_ANOTHER);
  for (const one of [during, ended]) {
    assert.equal(await one.pass(5000), false);
    one.socket.says('message', BEGINS);
    one.socket.says('message', ENDS);

    assert.equal(await one.pass(40), true);
  }
});

test('a run that is never taken up is given up after twenty seconds', async () => {
  const one = await rested();
  one.socket.send(RUN);
  assert.equal(await one.pass(19_000), false);

  assert.equal(await one.pass(1000), true);
});

test('what the server is told besides asks for no run, nor does what is not of bytes', async () => {
  const one = await rested();
  one.socket.send(Uint8Array.of(0x0a, 0x5a));
  one.socket.send('Z');

  assert.deepEqual([one.isAtRest(), one.socket.sent.length], [true, 2]);
});

test('a run is asked for by bytes in whatever they come', async () => {
  const asks = [RUN.buffer, new DataView(RUN.buffer), Uint8Array.of(0, 0x5a, 0).subarray(1)];
  const found = await Promise.all(asks.map(async (data) => {
    const one = await rested();
    one.socket.send(data);
    return one.pass(5000);
  }));

  assert.deepEqual(found, [false, false, false]);
});

test('a socket that is closed takes the runs with it that were asked for on it', async () => {
  const one = await rested();
  one.socket.send(RUN);
  one.socket.says('message', BEGINS);
  one.socket.send(RUN);
  one.app.dataset.testConnectionState = 'DISCONNECTED';
  one.socket.says('close');
  assert.equal(await one.pass(1000), false);
  one.app.dataset.testConnectionState = 'CONNECTED';

  assert.equal(await one.pass(), true);
});

for (const name of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'compositionend', 'drop']) {
  test(`${name}: what a hand set off has first to reach the server`, async () => {
    const one = await rested({ inside: '<button></button>' });
    one.document.querySelector('button').dispatchEvent(new one.page.Event(name, { bubbles: true }));

    assert.deepEqual([one.isAtRest(), await one.pass(39 - 4 * FRAME), await one.pass()], [false, false, true]);
  });
}

for (const name of ['resize', 'popstate', 'load']) {
  test(`${name}: the page is looked at again`, async () => {
    const one = await rested();
    one.page.dispatchEvent(new one.page.Event(name));

    assert.deepEqual([one.isAtRest(), await one.pass()], [false, true]);
  });
}

test('a page that scrolls is not at rest', async () => {
  const one = await rested();
  one.ours.dispatchEvent(new one.page.Event('scroll'));

  assert.deepEqual([one.isAtRest(), await one.pass()], [false, true]);
});

test('a page that is being left is at rest again only if it is still there after a second', async () => {
  const one = await rested();
  one.page.dispatchEvent(new one.page.Event('beforeunload'));

  assert.deepEqual([await one.pass(900), await one.pass(100)], [false, true]);
});

test('a part may say that something moves, and for how long', async () => {
  const one = await rested();
  one.page.labRest.stir(300);
  one.page.labRest.stir(); // does not shorten it

  assert.deepEqual([one.isAtRest(), await one.pass(200), await one.pass(100)], [false, false, true]);
});

test('a page that nobody sees comes to rest, too', async () => {
  const one = await open({ known: { hidden: true } });

  assert.equal(await one.pass(), true);
});
