"""A stamp of a run is small, stays in its frame, and shows every kind of mark."""

import re
from xml.etree import ElementTree

import pytest

from simulations import catalogue
from simulations.picture import Picture
from simulations.thumbnail import HEIGHT, WIDTH, thumbnail
from web.runs import picture_of

FIRST = [(name, next(iter(one.views))) for name, one in sorted(catalogue().items()) if name != "call_centre"]
"""The call centre's run takes half a second and is drawn of the same traces."""


@pytest.mark.parametrize(("name", "view"), FIRST)
def test_the_first_view_of_every_simulation_makes_a_small_picture_without_words(name: str, view: str) -> None:
    simulation = catalogue()[name]

    svg = thumbnail(picture_of(simulation, view, simulation.model(), "zh"))

    assert len(svg) < 12_000
    marks = [one.tag.rpartition("}")[2] for one in ElementTree.fromstring(svg)]  # noqa: S314 - our own
    assert len(marks) > 1, "more than the axes"
    assert set(marks) <= {"path", "rect", "circle"}
    seen = [float(x) for x in re.findall(r'c?x="(-?[\d.]+)"', svg)]
    assert sum(-5 <= x <= WIDTH + 5 for x in seen) >= len(seen) / 2, "the marks lie within the frame"


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    line = {"type": "scatter", "mode": "lines", "x": [0, 1, 2, 3], "y": [0, None, 1, 1]}
    layout = {"xaxis": {"range": [0, 3]}, "yaxis": {"range": [0, 1]}}

    svg = thumbnail(Picture((line,), layout, ""))

    assert re.search(r'd="(M[^ML"]*M[^"]*)"', svg)


def test_bars_on_each_other_stand_on_the_one_below() -> None:
    bars = tuple({"type": "bar", "x": [0, 1], "y": [1, 1], "marker": {"color": "#009E73"}} for _ in range(2))
    layout = {"barmode": "stack", "xaxis": {"range": [-1, 2]}, "yaxis": {"range": [0, 2]}}

    heights = re.findall(
        r'y="([\d.]+)" width="[\d.]+" height="([\d.]+)"', thumbnail(Picture(bars, layout, ""))
    )

    assert heights == [("38.0", "34.0")] * 2 + [("4.0", "34.0")] * 2
    assert (WIDTH, HEIGHT) == (120, 76)
