// The name of who is writing, remembered by this browser.
/** @param {Component<{ cookie: string, name: string }>} component */
export default function ({ data }) {
  document.cookie = `${data.cookie}=${data.name}; path=/; max-age=31536000; samesite=strict`;
}
