// Says on the document's root when the page is at rest: all that was asked for has come, is drawn and stays where
// it is. Whoever has to wait for a page (a watch on files, a test) waits for `data-lab-rest` and for nothing else.
(() => {
  const SENT = 40; // ms after which what a hand set off has gone to the server: Streamlit gathers it in a timer of 0
  const FOLLOWS = 500; // ms in which a second run follows if two were asked for before the first began
  const UNHEARD = 20000; // ms after which a request that was never taken up is given up
  const LEAVES = 1000; // ms in which a page that is being left is gone; if it is still there something was downloaded
  const FRAMES = 2; // so many in a row in which nothing moves
  const BUSY = '[data-undrawn], [data-asking], [aria-busy=true], [data-stale=true], [data-testid^=stSkeleton]';
  const OF_ITSELF = '[data-lab-moves]'; // charts, the stage, the editor: they say when they are busy
  const ASKS = 0x5a; // how a message to the server begins that asks for a run
  const [BEGINS, ENDS, ENDED_FOR_ANOTHER] = [4, 6, 2]; // fields of the server's messages, and a way to end

  const root = document.documentElement;
  const run = { asked: 0, isOn: false, isSureToFollow: false, until: 0 };
  let [calm, since, isLooking] = [0, 0, false];

  const isLate = () => run.isOn || (run.asked > 0 && performance.now() < run.until);

  // Whether Streamlit's page says that it runs nothing and is connected to its server.
  const isStill = () => {
    const says = document.querySelector('[data-testid=stApp]')?.dataset;
    return says?.testScriptState === 'notRunning' && says.testConnectionState === 'CONNECTED';
  };

  const hasPictures = () => [...document.images].every((image) => image.complete || image.loading === 'lazy');

  const isAtRest = () => !isLate() && performance.now() >= since && isStill()
    && document.readyState === 'complete' && document.fonts.status === 'loaded'
    && !document.querySelector(BUSY) && hasPictures();

  /** @param {() => void} then */
  const frame = (then) => (document.hidden ? setTimeout(then, 20) : requestAnimationFrame(then));

  const look = () => {
    calm = isAtRest() ? calm + 1 : 0;
    isLooking = calm <= FRAMES;
    if (isLooking) frame(look);
    else root.dataset.labRest = '';
  };

  // Something is under way: the page is at rest no sooner than so many ms from now, and two calm frames later.
  const stir = (wait = 0) => {
    delete root.dataset.labRest;
    calm = 0;
    since = Math.max(since, performance.now() + wait);
    if (isLooking) return;
    isLooking = true;
    frame(look);
  };

  const ask = () => {
    run.asked += 1;
    run.isSureToFollow = run.isOn;
    run.until = performance.now() + UNHEARD;
    stir(SENT);
  };

  // Of two that were asked for before the first began the server makes one run, or two.
  const begin = () => {
    Object.assign(run, { isOn: true, isSureToFollow: false, asked: Math.max(0, run.asked - 1) });
  };

  /** @param {number} how */
  const end = (how) => {
    const isSure = run.isSureToFollow || how === ENDED_FOR_ANOTHER;
    Object.assign(run, { isOn: false, asked: isSure ? 1 : Math.min(run.asked, 1) });
    run.until = performance.now() + (isSure ? UNHEARD : FOLLOWS);
  };

  // What is not of bytes is no message of Streamlit's: there is nothing in it.
  /** @param {unknown} data */
  const bytesOf = (data) => {
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(0);
  };

  // Calls `each` with the number of every field of a protobuf message, and its value if that is a number.
  /** @param {Uint8Array} bytes @param {(field: number, value: number) => void} each */
  const readFields = (bytes, each) => {
    let at = 0;
    const number = () => {
      let [value, power] = [0, 1];
      for (; ; power *= 128) {
        const byte = bytes[at];
        at += 1;
        value += (byte & 127) * power;
        if (!(byte & 128)) return value;
      }
    };
    while (at < bytes.length) {
      const tag = number();
      const value = number(); // itself, or the length of what follows
      if (tag & 2) at += value;
      each(tag >> 3, value);
    }
  };

  /** @param {unknown} data */
  const hear = (data) => {
    readFields(bytesOf(data), (field, value) => {
      if (field === BEGINS) begin();
      if (field === ENDS) end(value);
    });
    stir(SENT);
  };

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    /** @param {ConstructorParameters<typeof WebSocket>} all */
    constructor(...all) {
      super(...all);
      this.addEventListener('message', ({ data }) => hear(data));
      this.addEventListener('close', () => {
        Object.assign(run, { asked: 0, isOn: false, isSureToFollow: false });
        stir();
      });
    }

    /** @override @param {Parameters<WebSocket['send']>[0]} data */
    send(data) {
      if (bytesOf(data)[0] === ASKS) ask();
      super.send(data);
    }
  };

  for (const name of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'compositionend', 'drop']) {
    addEventListener(name, () => stir(SENT), { capture: true, passive: true });
  }
  for (const name of ['resize', 'popstate', 'load']) addEventListener(name, () => stir());
  addEventListener('beforeunload', () => stir(LEAVES));
  document.addEventListener('scroll', () => stir(), { capture: true, passive: true });
  for (const name of ['loading', 'loadingdone']) document.fonts.addEventListener(name, () => stir());

  /** @param {MutationRecord} change */
  const isElsewhere = ({ target }) => !(target instanceof Element ? target : target.parentElement)?.closest(OF_ITSELF);
  const observer = new MutationObserver((changes) => {
    if (isLooking ? changes.some(isElsewhere) : !isAtRest()) stir();
  });
  const attributes = [
    'data-undrawn', 'data-asking', 'aria-busy', 'data-stale', 'data-test-script-state', 'data-test-connection-state',
  ];
  observer.observe(document, { childList: true, subtree: true, attributeFilter: attributes });
  window.labRest = { stir };
  stir();
})();
