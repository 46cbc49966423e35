"""A number or a curve is predicted before the run: kept once, told and drawn beside the run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, predictions
from course import find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from tests.ui.panels import move, panel, tell
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here

LESSON, STEP = "customers", "price-of-a-name"
"""Its number is worked out by a formula: 10.70."""
DRAWN, CURVE = "lifetime_value", "grown-loyal"
"""Its curve rises from 59% in the first of ten years."""


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def opened(language: Language, lesson: str = LESSON, step: str = STEP) -> AppTest:
    """The lesson at this step."""
    n = next(n for n, one in enumerate(find_lesson(lesson).steps, 1) if one.id == step)
    return open_page(lesson, language, step=str(n))


def drawn(page: AppTest, *points: float) -> AppTest:
    """The page once this curve was drawn and sent."""
    told = {"n": panel(page).message["heard"] + 1, "values": {}, "actions": [], "curve": list(points)}
    return tell(page, panel(page), told)


def named(page: AppTest, typed: str, language: Language) -> AppTest:
    """The page once this was typed and sent."""
    page.text_input(key=f"named:{LESSON}:{STEP}").set_value(typed)
    button = next(one for one in page.button if one.label == say("predict_keep", language))
    button.click().run()
    return page


def kept() -> list[str | None]:
    """What the record holds of this step."""
    store = records_here()
    return [one.choice for one in predictions(store, owner_here(store), LESSON, STEP)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_told_and_drawn_beside_that_of_the_run(language: Language) -> None:
    page = opened(language)
    before = panel(page).message

    named(page, "２５，５" if language == "zh" else "25.5", language)

    assert (before["chart"], before["guess"]) == (None, None)
    shown = panel(page).message["guess"]
    assert (shown["axis"], shown["you"], round(shown["run"], 2)) == ("y", 25.5, 10.70)
    assert shown["words"] == {"you": say("guess_you", language), "run": say("guess_run", language)}
    told = said(page)
    assert say("predict_mine", language, choice="25.50") in told
    assert "10.70" in told
    assert "+14.80" in told
    assert errors(page) == []


def test_a_number_that_lies_near_is_called_close_and_the_run_that_is_moved_is_drawn_in_its_place() -> None:
    page = named(opened("en"), "12", "en")
    told = said(page)

    move(page, age=0)

    assert f"✓ {say('predict_near', 'en', answer='').rstrip(' –')}" in told
    shown = panel(page).message["guess"]
    assert (shown["you"], round(shown["run"], 2)) == (12, 29.07)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("a lot", "predict_no_number"),
        ("", "predict_no_number"),
        ("41", "predict_outside"),
        ("-1", "predict_outside"),
    ],
)
def test_what_is_no_number_or_lies_outside_is_told_and_nothing_is_kept(
    typed: str, word: str, language: Language
) -> None:
    page = named(opened(language), typed, language)

    value = typed.replace("-", "\\-") or "–"
    assert errors(page) == [say(word, language, value=value, low="0", high="40")]
    assert kept() == []
    assert panel(page).message["chart"] is None


def test_the_record_holds_the_number_alone_and_reads_no_number_of_a_choice() -> None:
    named(opened("en"), "25", "en")

    step = find_lesson(LESSON).steps[[one.id for one in find_lesson(LESSON).steps].index(STEP)]
    assert kept() == ["=25.0"]
    assert isinstance(step, PlayStep)
    assert panel(opened("en")).message["guess"]["you"] == 25


def test_nothing_of_the_run_is_in_the_message_before_the_number_is_named() -> None:
    message = json.dumps(panel(opened("en")).message)

    assert "10.7" not in message
    assert '"guess": null' in message


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_curve_is_told_and_drawn_under_that_of_the_run(language: Language) -> None:
    page = opened(language, DRAWN, CURVE)
    plot = panel(page).message["plot"]

    drawn(page, *([0.6] * len(plot["at"])))

    message = panel(page).message
    told = said(page)
    assert plot["at"] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert (plot["low"], plot["high"]) == (0, 1)
    assert message["guess"]["curve"] == [plot["at"], [0.6] * 10]
    assert message["chart"] is not None
    assert message["plot"] is None
    assert say("predict_mine", language, choice="60% → 60%") in told
    assert "59% → 94%" in told
    assert errors(page) == []


@pytest.mark.parametrize("points", [[0.6] * 9, [0.6] * 9 + [1.2], [0.6] * 61, []])
def test_a_curve_that_lies_outside_or_has_gaps_is_not_kept(points: list[float]) -> None:
    page = drawn(opened("en", DRAWN, CURVE), *points)

    store = records_here()
    assert predictions(store, owner_here(store), DRAWN, CURVE) == ()
    assert panel(page).message["chart"] is None
    assert errors(page) == []


def test_of_the_run_the_empty_plot_holds_nothing_but_where_its_points_lie() -> None:
    message = dict(panel(opened("en", DRAWN, CURVE)).message)
    (shown, _) = (message.pop("plot"), message.pop("words"))

    assert set(shown) == {"at", "low", "high", "format", "along", "over", "of", "words"}
    assert not {"0.594", "59%", "94%", "0.896"} & set(json.dumps([shown, message]).replace(",", " ").split())


def test_the_record_holds_a_curve_in_few_digits_and_the_first_one_counts() -> None:
    page = drawn(opened("en", DRAWN, CURVE), *[0.123456] * 10)
    drawn(page, *[0.5] * 10)

    store = records_here()
    (only,) = predictions(store, owner_here(store), DRAWN, CURVE)
    assert (only.choice, only.words) == ("~", " ".join(["0.1235"] * 10))
