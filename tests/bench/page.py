"""The bare page that the lab is measured against: one slider, 500 customers, one chart whose data move."""

import numpy as np
import streamlit as st

SCRIPT = """
const load = () => window.floorPlotly ??= new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = '/plotly.js';
  script.onload = resolve;
  script.onerror = reject;
  document.head.append(script);
});
export default async ({ data, parentElement }) => {
  await load();
  const place = parentElement.querySelector('.plot');
  await Plotly.react(place, data.data, data.layout, { displayModeBar: false, responsive: true });
};
"""
plot = st.components.v2.component("floor", html='<div class="plot"></div>', js=SCRIPT, isolate_styles=False)
AXIS = {"fixedrange": True, "range": [0, 120]}
LUCK = np.random.default_rng(1).normal(0, 10, (2, 500))


@st.fragment
def floor() -> None:
    """The only part that runs again when the slider moves."""
    promise = st.slider("Promise", 0, 100, 60, key="promise")
    expected, perceived = promise + LUCK[0], 70 + LUCK[1]
    st.metric("Mean gap", f"{(perceived - expected).mean():.1f}")
    points = {"x": expected.round(1).tolist(), "y": perceived.round(1).tolist()}
    traces = [{"type": "scatter", "mode": "markers", **points}]
    plot(key="chart", data={"data": traces, "layout": {"height": 420, "xaxis": AXIS, "yaxis": AXIS}})


st.set_page_config(page_title="Floor", layout="wide")
st.title("Expectation and value")
floor()
