// Scripts that are too large to come with every page: fetched by those who need them.
/** @param {string} address */
export const bring = (address) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = resolve;
  script.onerror = () => {
    script.remove();
    reject(new Error(`the script ${address} did not arrive`));
  };
  document.head.append(script);
});
