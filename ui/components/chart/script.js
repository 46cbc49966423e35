// Plotly's script, fetched once for the whole page; after a failure it may be asked for again.
let loading = null;

const bring = (address) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = resolve;
  script.onerror = () => {
    script.remove();
    reject(new Error('the script of the charts did not arrive'));
  };
  document.head.append(script);
});

// A page with a chart began to fetch it as its very first thing; that one is waited for.
export const loadPlotly = async (address) => {
  if (window.Plotly) return;
  loading ??= window.labPlotly ?? bring(address);
  try {
    await loading;
  } catch (error) {
    loading = window.labPlotly = null;
    throw error;
  }
};
