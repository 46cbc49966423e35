// The button that opens the browser's printer.
/** @param {Component<{ label: string }>} component */
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button');
  button.textContent = data.label;
  button.onclick = () => window.print();
  button.removeAttribute('data-undrawn');
}
