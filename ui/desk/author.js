// The name of who is writing, remembered by this browser.
/** @param {Component<{ cookie: string, name: string }>} component */
export default function ({ data, parentElement }) {
  document.cookie = `${data.cookie}=${data.name}; path=/; max-age=31536000; samesite=strict`;
  parentElement.querySelector('[data-undrawn]')?.removeAttribute('data-undrawn');
}
