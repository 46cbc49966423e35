// Holds back what a page and its server tell each other, each message by chance, all in the order they were sent.
window.slowDown = (seed, most) => {
  let state = seed;
  const chance = () => { // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  window.heldBack = 0;

  class Way {
    due = 0;

    dues = new WeakMap();

    queue = [];

    // One message is held back once, however many listen to it; none overtakes another.
    hold(message, pass) {
      if (!this.dues.has(message)) {
        this.due = Math.max(this.due, performance.now() + chance() * most);
        this.dues.set(message, this.due);
        window.heldBack += 1;
      }
      this.queue.push({ due: this.dues.get(message), pass });
      if (this.queue.length === 1) this.flush();
    }

    flush() {
      while (this.queue.length && this.queue[0].due <= performance.now()) this.queue.shift().pass();
      if (this.queue.length) setTimeout(() => this.flush(), 5);
    }
  }

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    there = new Way();

    back = new Way();

    addEventListener(kind, listener, ...others) {
      const late = (event) => this.back.hold(event, () => listener.call(this, event));
      super.addEventListener(kind, kind === 'message' ? late : listener, ...others);
    }

    send(data) {
      this.there.hold({}, () => { if (this.readyState === Socket.OPEN) super.send(data); });
    }
  };
};
