// Plotly's script, fetched once for the whole page; after a failure it may be asked for again.
import { bring } from '../script.js';

/** @type {Promise<unknown> | null} */
let loading = null;

// A page with a chart began to fetch it as its very first thing; that one is waited for.
/** @param {string} address */
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
