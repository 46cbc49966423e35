// Runs before anything else of a visit: the light or dark the reader chose, and where the server is.
(() => {
  window.prerenderReady = false;

  // The script of the charts is large: it is read while the page waits for the server's first words.
  const { plotly } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  if (plotly) {
    const script = Object.assign(document.createElement('script'), { src: plotly, async: true, fetchPriority: 'low' });
    window.labPlotly = new Promise((resolve, reject) => {
      Object.assign(script, { onload: resolve, onerror: reject });
    });
    window.labPlotly.catch(() => {}); // the chart that waits for it will say so
    document.head.append(script);
  }

  // Streamlit is told where its server is, instead of asking below each page's address first,
  // that nobody but this very origin may send the page commands, and to leave it to the lab to say,
  // in the reader's language, that the connection is lost.
  window.__streamlit = {
    BACKEND_BASE_URL: `${location.origin}/`,
    MAIN_PAGE_BASE_URL: `${location.origin}/`,
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, blockErrorDialogs: true },
  };
  const CHOICE = 'lab-light';
  const DARK = /prefers-color-scheme:\s*dark/;
  const ask = window.matchMedia.bind(window);
  const system = ask('(prefers-color-scheme: dark)');
  /** @typedef {(answer: { matches: boolean, media: string }) => void} Listener */
  /** @type {Set<Listener>} */
  const listeners = new Set();
  const read = () => {
    try { return localStorage.getItem(CHOICE); } catch { return null; }
  };
  let chosen = read();
  const isDark = () => (chosen ? chosen === 'dark' : system.matches);

  // Streamlit follows the system's light or dark at once. A reader who chose otherwise gets
  // that answer from the same question, so that nothing is loaded anew and no place is lost.
  /** @param {string} media */
  const question = (media) => ({
    media,
    onchange: null,
    get matches() { return isDark(); },
    addEventListener: (/** @type {string} */ _, /** @type {Listener} */ listener) => listeners.add(listener),
    removeEventListener: (/** @type {string} */ _, /** @type {Listener} */ listener) => listeners.delete(listener),
    addListener: (/** @type {Listener} */ listener) => listeners.add(listener),
    removeListener: (/** @type {Listener} */ listener) => listeners.delete(listener),
    dispatchEvent: () => true,
  });
  window.matchMedia = (query) => /** @type {MediaQueryList} */ (DARK.test(query) ? question(query) : ask(query));

  const paint = () => { document.documentElement.dataset.labLight = isDark() ? 'dark' : 'light'; };
  const tell = () => {
    paint();
    for (const listener of [...listeners]) listener({ matches: isDark(), media: '(prefers-color-scheme: dark)' });
  };
  /** @param {'light' | 'dark'} light */
  const set = (light) => {
    chosen = light;
    try { localStorage.setItem(CHOICE, light); } catch { /* a reader who keeps nothing is asked again next time */ }
    tell();
  };
  system.addEventListener('change', () => { if (!chosen) tell(); });
  addEventListener('storage', (event) => {
    if (event.key !== CHOICE) return;
    chosen = event.newValue;
    tell();
  });
  window.labLight = { isDark, set, listen: (listener) => listeners.add(listener) };
  paint();
})();
