// Sends an object to the lab: what it answers, or why not. A line that breaks is tried again with the same object,
// which the lab counts once.
const TRIES = 4;
const PAUSE = 700; // ms

/** @param {number} ms */
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** @param {string} address @param {Record<string, unknown>} fields @returns {Promise<{ ok: boolean, said: any }>} */
export const send = async (address, fields) => {
  for (let tried = 1; ; tried += 1) {
    try {
      const answer = await fetch(address, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields),
      });
      if (answer.status < 500) return { ok: answer.ok, said: await answer.json() };
    } catch { /* no line: tried again below */ }
    if (tried === TRIES) return { ok: false, said: null };
    await pause(PAUSE * tried * (0.5 + Math.random()));
  }
};
