"""The parts on one page: a chart that plays, keys, a list to put in order, light and dark."""

import streamlit as st

from courseware.language import Language, negotiate
from simulations.picture import Frame, Picture
from tests.browser.parts import MOMENTS
from ui.components.chart import chart
from ui.components.keys import keys
from ui.components.ordering import ordering
from ui.components.page import page, theme_switch
from web.access.cookies import LANGUAGE

ROWS = (("a", "Product"), ("b", "Service"), ("c", "<b>Image</b>"))


def picture(level: int, name: str, top: int = 120) -> Picture:
    """Three points that rise from moment to moment."""
    trace = {"type": "scatter", "x": [1, 2, 3], "y": [level] * 3, "name": name, "line": {"color": "#0072B2"}}
    moments = tuple(Frame(str(k), ({"y": [level + k] * 3},), f"Month {k + 1}") for k in range(MOMENTS))
    layout = {"xaxis": {"title": {"text": "Customer"}}, "yaxis": {"range": [0, top]}}
    return Picture((trace,), layout, f"Three points at level {level}.", moments, 0)


@st.fragment
def play(language: Language) -> None:
    """A slider and the chart that follows it."""
    level = st.slider("Level", 0, 100, 50, key="level")
    pictures = [picture(level, "<i>one</i>")]
    if st.checkbox("Two", key="two"):
        pictures.append(picture(10, "other", top=30))
    labels = ("A", "B") if len(pictures) > 1 else ()
    tables = [f"/runs/satisfaction.json?view=value&lang={language}"] * len(pictures)
    chart(pictures, tables=tables, language=language, key="chart", labels=labels)


language = negotiate(asked=st.query_params.get("lang"), remembered=st.context.cookies.get(LANGUAGE))
page(language)
theme_switch(language)
pressed = keys({"ArrowRight": "next", "n": "note"}, key="keys")
st.session_state["heard"] = st.session_state.get("heard", 0) + (pressed is not None)
st.text(f"Heard {st.session_state['heard']}: {pressed}")
play(language)
st.text_input("Name")
st.text("Order " + " ".join(ordering(ROWS, ["a", "b", "c"], key="order", language=language)))
