// The stream of a room. A browser asks again by itself while the lab says that the stream exists; after a refusal or
// when it gave up, we do, ever more slowly. A page that is seen again after a lock looks at once.
const SOONEST = 1000; // ms
const LATEST = 15_000; // ms

/**
 * @param {string} address
 * @param {(told: any) => void} hear
 * @param {(isLost: boolean) => void} tell whether the line is down
 * @returns {() => void} closes it
 */
export const listenTo = (address, hear, tell) => {
  /** @type {EventSource | null} */
  let source = null;
  let [wait, isOver] = [SOONEST, false];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const open = () => {
    clearTimeout(timer);
    source?.close();
    if (isOver) return;
    source = new EventSource(address);
    source.onmessage = ({ data }) => {
      wait = SOONEST;
      tell(false);
      hear(JSON.parse(data));
    };
    source.onerror = () => {
      tell(true);
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait * (0.5 + Math.random() / 2)); // not all phones at once
      wait = Math.min(2 * wait, LATEST);
    };
  };
  const look = () => { if (!document.hidden && source?.readyState !== EventSource.OPEN) open(); };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('pageshow', look);
  open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    source?.close();
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
    window.removeEventListener('pageshow', look);
  };
};
