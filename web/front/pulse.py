"""The page that the health check runs: a sentence, a chart's points and a look at the course; no student."""

import streamlit as st

from course import lesson_registry
from simulations import find
from web.runs import picture_of, view_of

DONE = "The page is done."
_QUICK = "satisfaction"
"""A simulation that loads no large library."""


def draw() -> None:
    """Makes what every lesson page makes, then says that it is done."""
    simulation = find(_QUICK)
    picture = picture_of(simulation, view_of(simulation, None), simulation.model(), "en")
    if lesson_registry().names() and picture is not None:
        st.write(DONE)


if __name__ == "__main__":
    draw()
