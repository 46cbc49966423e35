"""The verdict beside each row of an answer: what its mark told already, and no word before that is due."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, submit, variant_for
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import Grade, Variant, grade, right_response, wrong_response
from tests.ui.asked import first_asked, first_of
from tests.ui.reader import errors, open_page, own_record, said
from ui.fields.row_marks import MarkedField
from web.records import records_here

KINDS = ("match", "table", "numbers", "blank")


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


def with_one_wrong(variant: Variant) -> dict[str, object]:
    """The right answer but for the first of its rows."""
    right, wrong = right_response(variant), wrong_response(variant)
    name, first = next(iter(right.items()))
    if not isinstance(first, dict) or not isinstance(wrong[name], dict):
        return {**right, name: wrong[name]}
    row = next(iter(first))
    return {**right, name: {**first, row: wrong[name][row]}}  # type: ignore[index, call-overload]


def verdicts(page: AppTest, language: Language) -> dict[str, int]:
    """How often each verdict stands beside a row."""
    values = [piece.value for piece in page.markdown]
    kinds = ("right", "partly", "wrong", "missed")
    counts = {kind: values.count(say(f"row_{kind}", language)) for kind in kinds}
    return {kind: n for kind, n in counts.items() if n}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_row_says_how_it_was_marked_until_it_is_changed(kind: str, language: Language) -> None:
    asked = first_of(kind)
    exercise = asked.exercise
    store = records_here()
    student = owner_here(store)
    variant = variant_for(store, student, exercise)
    response = with_one_wrong(variant)
    mark = grade(variant, response)
    assert isinstance(mark, Grade)
    submit(store, student, exercise, response)
    page = open_page(asked.lesson, language, **asked.address)
    assert errors(page) == []
    rows = len(mark.rows)
    if kind == "blank" and rows == 1:
        assert verdicts(page, language) == {"wrong": 1}
    else:
        assert verdicts(page, language) == {"right": rows - 1, "wrong": 1}

    right = right_response(variant)
    name, first = next(iter(right.items()))
    row, value = next(iter(first.items())) if isinstance(first, dict) else ("", first)
    key = ":".join([f"answer:{exercise.id}:0:{name}", *([row] if row else [])])
    next(one for one in (*page.selectbox, *page.text_input) if one.key == key).set_value(value).run()

    assert "wrong" not in verdicts(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_option_that_was_left_out_is_told_only_once_the_answer_is_due(language: Language) -> None:
    asked = first_asked(lambda one: getattr(one.item, "several", False))
    exercise = asked.exercise
    store = records_here()
    student = owner_here(store)
    right = right_response(variant_for(store, student, exercise))["answer"]
    assert isinstance(right, list)
    tries = [{"answer": [one]} for one in right[: len(exercise.attempts.points)]]
    assert len(right) > 1
    submit(store, student, exercise, tries[0])
    before = verdicts(open_page(asked.lesson, language, **asked.address), language)
    wrong = wrong_response(variant_for(store, student, exercise))["answer"]
    for number in range(1, len(exercise.attempts.points)):
        submit(store, student, exercise, {"answer": wrong if number % 2 else right[:1]})
    after = verdicts(open_page(asked.lesson, language, **asked.address), language)

    assert before == {"right": 1}
    assert after.get("missed", 0) >= len(right) - 1


def test_numbers_among_others_are_advised_while_tries_are_left_and_told_the_slip_after_the_last() -> None:
    asked = first_of("numbers")
    exercise = asked.exercise
    store = records_here()
    student = owner_here(store)
    variant = variant_for(store, student, exercise)
    response = with_one_wrong(variant)
    mark = grade(variant, response)
    assert isinstance(mark, Grade)
    part = next(part for part in mark.parts if part.score < 1)
    assert part.advice is not None
    assert part.why is not None
    submit(store, student, exercise, response)

    page = open_page(asked.lesson, "en", **asked.address)

    assert part.advice.en in said(page)
    assert part.why.en not in said(page)


def test_of_an_order_every_place_is_told_only_once_what_is_right_is_due() -> None:
    marked = MarkedField(["b", "a", "c"], {"b": 0.0})

    assert marked.ordered(["b", "a", "c"], None) == {"b": "wrong"}
    assert marked.ordered(["b", "a", "c"], ["a", "b", "c"]) == {"b": "wrong", "a": "wrong", "c": "right"}
    assert marked.ordered(["a", "b", "c"], None) == {}


def test_a_mark_of_before_that_names_no_rows_says_nothing_beside_them() -> None:
    old = Grade.from_json(
        {
            "score": 0.5,
            "feedback": {"en": "1 of 2", "zh": "1/2"},
            "parts": [{"label": None, "score": 0.0, "why": {"en": "No.", "zh": "不对。"}}],
        }
    )

    assert old.rows == {}
    assert old.parts[0].told(is_closed=False) == old.parts[0].told(is_closed=True) == old.parts[0].why
