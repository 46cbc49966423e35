// The menu that a finger gets instead of keys; Ace writes it in English, here it is in the reader's language.
const rename = (pad, menu) => {
  for (const button of menu.querySelectorAll('[action]')) {
    const word = pad.message.words[button.getAttribute('action')];
    if (word && button.textContent !== word) button.textContent = word;
  }
};

export const listenForTouch = (pad, signal) => {
  const observer = new MutationObserver(() => {
    const menu = pad.host.querySelector('.ace_mobile-menu');
    if (menu) rename(pad, menu);
  });
  pad.host.addEventListener('touchstart', () => observer.observe(pad.host, { childList: true, subtree: true }), { once: true, signal, passive: true });
  signal.addEventListener('abort', () => observer.disconnect());
};
