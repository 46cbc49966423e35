"""The questions of every lesson ask for understanding, differ by student and know the usual mistakes."""

import re
from collections.abc import Callable

import pytest
from scipy.stats import binom

import datasets
import exercises
from course import find_lesson
from courseware.text import LANGUAGES, Language, Text
from exercises.item import walk
from exercises.kinds.choice import ChoiceItem
from exercises.kinds.number import NumberItem
from lessons import PlayStep
from tests.content.shelf import QUESTIONS, WRITTEN, bank_of, drawn

BRACKET = re.compile(r" \(|（")
"""Where the explanation behind a choice begins, as in "the price (price loyalty)"."""
PRECISION = {"en": re.compile(r"decimals?\b|to the nearest"), "zh": re.compile(r"保留.位小数|精确到")}
"""How a question says how exactly it wants its number, by language."""
CODE = re.compile(r"`(\w+)`")
ONE_OF_MANY = re.compile(r"(?<![\d.,])1 (orders|calls|weeks|customers|purchases|repeats|times)\b")
"""One thing named as if it were several."""


@pytest.mark.parametrize("lesson", WRITTEN)
def test_there_are_enough_questions_of_every_kind(lesson: str) -> None:
    ours = bank_of(find_lesson(lesson)).values()
    kinds = [one.kind for one in ours]

    assert len(kinds) >= 14
    assert sum(one.item.data is not None for one in ours) >= 4
    assert kinds.count("target") >= 2
    assert set(kinds) >= {"choice", "number", "match", "order", "target"}


def test_every_question_offers_a_hint_that_costs() -> None:
    free = [
        name for name, one in QUESTIONS.items() if not one.hints or any(hint.cost <= 0 for hint in one.hints)
    ]

    assert free == []


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, one in QUESTIONS.items()
        # where nothing is listed, nothing is shuffled: a term is asked of everybody alike
        if one.kind not in ("blank", "text") or one.data or one.item.params
    ),
)
def test_students_get_questions_of_their_own(name: str) -> None:
    seen = {repr(drawn(QUESTIONS[name], f"student {number}").solution) for number in range(6)}

    assert len(seen) > 1


def test_every_wrong_option_names_the_belief_behind_it() -> None:
    options = [
        option
        for one in QUESTIONS.values()
        if isinstance(one.item, ChoiceItem)
        for option in one.item.options
    ]

    assert all(option.why for option in options if option.right is not True)


def test_every_number_foresees_a_slip() -> None:
    assert all(one.item.near for one in QUESTIONS.values() if isinstance(one.item, NumberItem))


@pytest.mark.parametrize("name", sorted(name for name, one in QUESTIONS.items() if one.kind == "match"))
def test_what_is_said_of_a_misplaced_row_does_not_name_its_place(name: str) -> None:
    variant = drawn(QUESTIONS[name], "Mei")
    asked, right = variant.question.fields[0], exercises.right_response(variant)[exercises.ANSWER]
    marked = exercises.grade(variant, exercises.wrong_response(variant))
    assert isinstance(asked, exercises.Assign)
    assert isinstance(right, dict)
    assert isinstance(marked, exercises.Grade)
    places = {choice.id: choice.text for choice in asked.choices}

    told = [
        (row.text[language], part.why[language])
        for row, part in zip(asked.rows, marked.parts, strict=True)
        for language in LANGUAGES
        if part.why and BRACKET.split(places[str(right[row.id])][language])[0] in part.why[language]
    ]

    assert told == []


@pytest.mark.parametrize("name", sorted(name for name, one in QUESTIONS.items() if one.item.params))
def test_what_is_drawn_comes_with_a_proof_of_its_key(name: str) -> None:
    one = QUESTIONS[name]
    is_proved_by_its_runs = one.kind == "target"

    assert is_proved_by_its_runs or one.item.claims


PER_CENT = sorted(
    name for name, one in QUESTIONS.items() if isinstance(one.item, NumberItem) and one.item.unit == "percent"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PER_CENT)
def test_a_question_for_per_cents_says_how_exactly_it_wants_them(name: str, language: Language) -> None:
    assert PRECISION[language].search(QUESTIONS[name].item.stem[language])


ASKS_FOR_POINTS = re.compile(r"几个\W*百分点|how many \W*percentage points", re.IGNORECASE)


def test_who_asks_for_percentage_points_writes_points_beside_the_field() -> None:
    asking = [
        one.item
        for one in QUESTIONS.values()
        if isinstance(one.item, NumberItem)
        and any(ASKS_FOR_POINTS.search(one.item.stem[language]) for language in LANGUAGES)
    ]

    assert len(asking) >= 2
    assert {item.unit for item in asking} == {Text(en="points", zh="个百分点")}


def test_no_question_calls_a_column_by_the_name_that_only_programs_know() -> None:
    codes = {
        word
        for dataset in datasets.catalogue().values()
        for column in dataset.columns
        for word in (column.name, *column.choices)
    }
    named = [
        (name, found)
        for name, one in QUESTIONS.items()
        for _, text in walk(one.item, Text)
        for found in CODE.findall(f"{text.en} {text.zh}")
        if found in codes
    ]

    assert named == []


@pytest.mark.parametrize(
    "name", sorted(name for name, one in QUESTIONS.items() if one.kind == "match" and one.item.data)
)
def test_one_thing_is_not_named_in_the_plural(name: str) -> None:
    rows = [
        row.text.en
        for number in range(8)
        for asked in drawn(QUESTIONS[name], f"student {number}").question.fields
        if isinstance(asked, exercises.Assign)
        for row in asked.rows
    ]

    assert rows
    assert [text for text in rows if ONE_OF_MANY.search(text)] == []


SINGLE = [one.item for one in QUESTIONS.values() if isinstance(one.item, ChoiceItem) and not one.item.several]
"""The questions with one right option."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [max, min])
def test_whoever_ticks_the_longest_or_the_shortest_option_does_no_better_than_chance(
    language: Language, which: Callable[[list[int]], int]
) -> None:
    hits = 0
    for item in SINGLE:
        lengths = [len(option.text[language]) for option in item.options]
        key = next(len(option.text[language]) for option in item.options if option.right is True)
        hits += key == which(lengths)
    chance = sum(1 / len(item.options) for item in SINGLE) / len(SINGLE)
    low, high = binom.ppf([0.025, 0.975], len(SINGLE), chance)

    assert low <= hits <= high


def test_not_every_question_with_several_right_options_has_equally_many() -> None:
    several = [
        one.item for one in QUESTIONS.values() if isinstance(one.item, ChoiceItem) and one.item.several
    ]
    counts = {sum(option.right is True for option in item.options) for item in several}

    assert len(counts) >= 3


def test_right_predictions_stand_in_every_place_alike() -> None:
    steps = [step for name in WRITTEN for step in find_lesson(name).steps if isinstance(step, PlayStep)]
    asked = [step.predict for step in steps if step.predict and step.predict.answer is not None]
    first = sum(one.answer == 0 for one in asked)
    last = sum(one.answer == len(one.options) - 1 for one in asked)
    chance = sum(1 / len(one.options) for one in asked) / len(asked)
    low, high = binom.ppf([0.025, 0.975], len(asked), chance)

    assert low <= first <= high
    assert low <= last <= high
