"""What must hold for every chart of every simulation, in both languages."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import simulations
from courseware.text import LANGUAGES, Language
from simulations import Picture, parameters
from tests.simulations.strategies import models

VIEWS = [(name, view) for name, found in simulations.catalogue().items() for view in found.views]
BASIC = {"scatter", "bar", "pie"}
SPANS = {"periods", "hours"}
"""What says how long the axis of time is, and may move it."""
ONE_AFTER_THE_OTHER = {("integrated", "flow"), ("lifetime_value", "rfm_table")}
"""What is played there are steps of a procedure and no time that passes."""
PAGE = {"template", "paper_bgcolor", "plot_bgcolor", "gridcolor", "zerolinecolor", "colorway"}
each_view = pytest.mark.parametrize(("name", "view"), VIEWS)


def draw(name: str, view: str, language: Language, **values: object) -> Picture:
    """The chart of a model with these values."""
    found = simulations.find(name)
    model = found.model.of(values)
    shown = found.views[view]
    return shown.draw(model, shown.table(model), found.words, language)


def keys(value: object) -> Iterator[str]:
    """Every key anywhere inside."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from keys(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from keys(inner)


@each_view
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_any_model_can_be_drawn_in_both_languages(name: str, view: str, data: st.DataObject) -> None:
    found = simulations.find(name)
    model = data.draw(models(found.model))
    table = found.views[view].table(model)
    pictures = [found.views[view].draw(model, table, found.words, language) for language in LANGUAGES]

    for picture in pictures:
        moving = [frame.data for frame in picture.frames]
        json.dumps([picture.data, picture.layout, moving], allow_nan=False)
        assert {trace["type"] for trace in picture.data} <= BASIC
        assert all(len(frame.data) == len(picture.data) for frame in picture.frames)
        assert not picture.frames or 0 <= picture.start < len(picture.frames)
    assert pictures[0].alt != pictures[1].alt


@each_view
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_is_told_in_a_whole_sentence(name: str, view: str, language: Language) -> None:
    alt = draw(name, view, language).alt

    assert len(alt) > 20
    assert alt.endswith((".", "。"))
    assert any(character.isdigit() for character in alt)
    assert "nan" not in alt


@each_view
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_less_than_nothing_has_a_minus_and_no_hyphen(
    name: str, view: str, language: Language
) -> None:
    found = simulations.find(name)
    lowest = {one.name: one.bounds.low for one in parameters(found.model) if one.bounds is not None}
    told: dict[str, None] = {}
    for values in ({}, {name: low for name, low in lowest.items() if low < 0}):
        picture = draw(name, view, language, **values)
        told |= dict.fromkeys((picture.alt, *(frame.caption for frame in picture.frames)))

    assert not [said for said in told if re.search(r"(?<![\w])-\d", said)]


@each_view
def test_a_chart_leaves_the_colours_of_the_page_to_the_page(name: str, view: str) -> None:
    picture = draw(name, view, "en")

    assert not PAGE & set(keys([picture.data, picture.layout]))
    assert "color" not in picture.layout["font"]


@each_view
def test_what_is_shown_first_is_the_frame_at_the_start(name: str, view: str) -> None:
    picture = draw(name, view, "en")

    if picture.frames:
        for trace, change in zip(picture.data, picture.frames[picture.start].data, strict=True):
            assert {**trace, **change} == trace


def _ranges(picture: Picture) -> dict[str, Any]:
    return {key: axis["range"] for key, axis in picture.layout.items() if "axis" in key}


@each_view
def test_the_axes_keep_still_while_a_slider_moves_one_step(name: str, view: str) -> None:
    found = simulations.find(name)
    still = _ranges(draw(name, view, "en"))

    for parameter in parameters(found.model):
        if parameter.bounds and parameter.name in found.views[view].shows and parameter.name not in SPANS:
            step = {parameter.name: parameter.default + parameter.bounds.step}  # type: ignore[operator]
            assert _ranges(draw(name, view, "en", **step)) == still


@each_view
def test_no_text_is_too_small_to_read(name: str, view: str) -> None:
    layout = draw(name, view, "zh").layout
    sizes = [note["font"]["size"] for note in layout["annotations"]]

    assert min([layout["font"]["size"], *sizes]) >= 13


@each_view
@pytest.mark.parametrize("language", LANGUAGES)
def test_play_begins_before_the_first_period_and_what_is_shown_at_first_is_the_end(
    name: str, view: str, language: Language
) -> None:
    picture = draw(name, view, language)
    if not picture.frames or (name, view) in ONE_AFTER_THE_OTHER:
        return
    first = picture.frames[0]

    assert float(first.name) == 0
    assert first.name != picture.frames[1].name
    assert picture.start == len(picture.frames) - 1
