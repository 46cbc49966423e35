// The menu that a finger gets instead of keys; Ace writes it in English, here it is in the reader's language.
import { MENU } from '../selectors.js';

/** @param {Editor.Pad} pad @param {HTMLElement} menu */
const rename = (pad, menu) => {
  for (const button of menu.querySelectorAll('[action]')) {
    const word = pad.message.words[button.getAttribute('action') ?? ''];
    if (word && button.textContent !== word) button.textContent = word;
  }
};

/** @param {Editor.Pad} pad @param {AbortSignal} signal */
export const listenForTouch = (pad, signal) => {
  const observer = new MutationObserver(() => {
    const menu = pad.host.querySelector(MENU);
    if (menu) rename(pad, menu);
  });
  const begin = () => observer.observe(pad.host, { childList: true, subtree: true });
  pad.host.addEventListener('touchstart', begin, { once: true, signal, passive: true });
  signal.addEventListener('abort', () => observer.disconnect());
};
