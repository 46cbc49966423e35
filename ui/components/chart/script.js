// Plotly's script, fetched once for the whole page; after a failure it may be asked for again.
let loading = null;

export const loadPlotly = (address) => {
  if (window.Plotly) return Promise.resolve();
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error('the script of the charts did not arrive'));
    };
    document.head.append(script);
  });
  return loading;
};
