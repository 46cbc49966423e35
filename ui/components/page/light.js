// The switch between light and dark, which happens in the browser and asks the server nothing.
/** @type {WeakMap<HTMLElement, Words>} */
const buttons = new WeakMap();

/** @param {HTMLElement} button @param {Words} words */
const show = (button, words) => {
  const dark = window.labLight.isDark();
  button.textContent = dark ? '☀' : '☾';
  button.title = dark ? words.to_light : words.to_dark;
  button.setAttribute('aria-label', button.title);
};

/** @param {Component<Words>} component */
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button');
  if (!buttons.has(button)) window.labLight.listen(() => show(button, buttons.get(button) ?? data));
  buttons.set(button, data);
  button.onclick = () => window.labLight.set(window.labLight.isDark() ? 'light' : 'dark');
  show(button, data);
}
