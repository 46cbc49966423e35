// Says that the lab does not answer, in the reader's language, for as long as it does not.
const PATIENCE = 2000; // ms; a phone that changes its network is back before that
/** @type {Words | null} */
let words = null;
/** @type {HTMLElement | null} */
let note = null;
/** @type {number | null} */
let waiting = null;

const show = () => {
  if (!words) return;
  note ??= document.createElement('div');
  note.className = 'lab-lost';
  note.setAttribute('role', 'alert');
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = words.reload;
  again.onclick = () => location.reload();
  note.replaceChildren(document.createTextNode(words.lost), again);
  document.body.append(note);
};

/** @param {HTMLElement} app */
const look = (app) => {
  const isLost = app.dataset.testConnectionState !== 'CONNECTED';
  if (isLost && waiting === null) waiting = setTimeout(show, PATIENCE);
  if (isLost) return;
  clearTimeout(waiting);
  waiting = null;
  note?.remove();
};

/** @param {Words} spoken */
export const watchConnection = (spoken) => {
  const isFirst = words === null;
  words = spoken;
  if (!isFirst) return;
  const app = document.querySelector('[data-test-connection-state]');
  if (!app) return;
  new MutationObserver(() => look(app)).observe(app, { attributeFilter: ['data-test-connection-state'] });
};
