"""A picture keeps its shape while a slider moves, so that the browser can draw what lies between two runs."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
import pytest

import simulations
from simulations import Parameter, Picture, Simulation, parameters

FEW: Final = 60
"""Customers of these runs: enough to show something, and soon done."""
GRID: Final = 5
"""Places on each slider. The value of hours is drawn along sixteen of them, each place with some best plans
to be searched for: that one test takes 5 to 9 s."""
SPANS: Final = {"periods", "hours", "watched", "ahead"}
"""What says how long is played: more moments are more points and more frames."""
MORE_POINTS: Final = {
    ("call_centre", "staffing"): "the numbers of agents that are drawn lie around the load",
    ("lifetime_value", "rfm_table"): "a purchase is a dot, and other customers buy more often",
    ("pipeline", "stage_times"): "the axis of months goes as far as deals take",
    ("relationships", "customers"): "sizes of customers further apart need more bars",
}
"""Views whose traces hold more points or fewer, and why; all else stays as it is there too."""
EACH_VIEW: Final = [(name, view) for name, found in simulations.catalogue().items() for view in found.views]
each_view = pytest.mark.parametrize(("name", "view"), EACH_VIEW)


def _grid(parameter: Parameter) -> list[object]:
    bounds = parameter.bounds
    assert bounds is not None
    values = np.linspace(bounds.low, bounds.high, GRID)
    return [round(value) if parameter.is_whole else value for value in values.tolist()]


def _drawn(found: Simulation, view: str, values: Mapping[str, object]) -> Picture:
    model = found.model.of(values)
    shown = found.views[view]
    return shown.draw(model, shown.table(model), found.words, "en")


def _moved(found: Simulation, view: str) -> Iterator[tuple[str, list[Picture]]]:
    """For every slider of a view, the pictures along it."""
    for parameter in parameters(found.model):
        if parameter.bounds is not None and parameter.name in found.views[view].shows:
            values = ({"n": FEW, parameter.name: value} for value in _grid(parameter))
            yield parameter.name, [_drawn(found, view, each) for each in values]


def _chosen(found: Simulation, view: str) -> Iterator[tuple[str, Picture]]:
    """For every word that could be chosen in a view, the picture with it."""
    for parameter in parameters(found.model):
        if parameter.name in found.views[view].shows:
            for choice in parameter.choices:
                yield f"{parameter.name}={choice}", _drawn(found, view, {"n": FEW, parameter.name: choice})


def _shape(picture: Picture) -> tuple[object, ...]:
    """What may not change: traces with their names and keys, labels, axes, and what the layout says."""
    traces = [
        (trace["type"], trace.get("mode"), trace.get("name"), trace.get("yaxis"), sorted(trace))
        for trace in picture.data
    ]
    axes = {key: sorted(value) for key, value in picture.layout.items() if "axis" in key}
    return traces, [_label(note) for note in picture.layout["annotations"]], axes, sorted(picture.layout)


def _label(note: Mapping[str, Any]) -> tuple[object, ...]:
    """Where a label belongs, and whether it may be out of sight."""
    return note.get("xref"), note.get("yref"), "visible" in note


def _points(picture: Picture) -> list[int]:
    return [len(trace.get("x", ())) for trace in picture.data]


@each_view
def test_a_picture_has_the_same_traces_and_labels_wherever_a_slider_stands(name: str, view: str) -> None:
    for slider, pictures in _moved(simulations.find(name), view):
        first, *others = [_shape(picture) for picture in pictures]
        points = [_points(picture) for picture in pictures]

        assert all(other == first for other in others), slider
        if slider not in SPANS and (name, view) not in MORE_POINTS:
            assert all(each == points[0] for each in points), slider
            assert len({len(picture.frames) for picture in pictures}) == 1, slider


@each_view
def test_a_picture_has_the_same_traces_and_labels_whatever_is_chosen(name: str, view: str) -> None:
    found = simulations.find(name)
    usual = _shape(_drawn(found, view, {"n": FEW}))

    for choice, picture in _chosen(found, view):
        assert _shape(picture) == usual, choice


@pytest.mark.parametrize(("name", "view", "slider"), [("loyalty", "plane", "satisfaction")])
def test_a_dot_is_the_same_customer_wherever_a_slider_stands(name: str, view: str, slider: str) -> None:
    found = simulations.find(name)
    ends = [_drawn(found, view, {"n": FEW, slider: value}) for value in (-1, 1)]
    cold, warm = (next(trace for trace in end.data if len(trace["x"]) == FEW) for end in ends)

    assert cold["text"] == warm["text"] == list(range(1, FEW + 1))
    assert all(before <= after for before, after in zip(cold["x"], warm["x"], strict=True))


def test_customers_who_do_not_try_keep_their_place_among_the_dots() -> None:
    found = simulations.find("satisfaction")
    few, many = (_drawn(found, "gap", {"n": FEW, "expectation": value}).data[0] for value in (50, 80))
    tried = [[at is not None for at in dots["x"]] for dots in (few, many)]

    assert 0 < sum(tried[0]) < sum(tried[1]) <= FEW
    assert all(later for sooner, later in zip(*tried, strict=True) if sooner)
    assert all(a == b for a, b in zip(few["x"], many["x"], strict=True) if a is not None)


def test_a_label_of_the_register_stands_at_the_end_of_its_own_line() -> None:
    picture = _drawn(simulations.find("churn"), "lines", {})
    (bars,) = picture.data
    ends = [start + long for start, long in zip(bars["base"], bars["x"], strict=True)]
    labels = [note for note in picture.layout["annotations"] if note.get("xref") != "paper"]

    assert [(note["x"], note["y"]) for note in labels] == list(zip(ends, bars["y"], strict=True))
    assert all(isinstance(row, int) for row in bars["y"])
