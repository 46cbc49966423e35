// Says that the lab does not answer, in the reader's language, for as long as it does not.
const PATIENCE = 2000; // ms; a phone that changes its network is back before that
let words = null;
let note = null;
let waiting = null;

const show = () => {
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

const look = (app) => {
  const isLost = app.dataset.testConnectionState !== 'CONNECTED';
  if (isLost && waiting === null) waiting = setTimeout(show, PATIENCE);
  if (isLost) return;
  clearTimeout(waiting);
  waiting = null;
  note?.remove();
};

export const watchConnection = (spoken) => {
  const isFirst = words === null;
  words = spoken;
  if (!isFirst) return;
  const app = document.querySelector('[data-test-connection-state]');
  new MutationObserver(() => look(app)).observe(app, { attributeFilter: ['data-test-connection-state'] });
};
