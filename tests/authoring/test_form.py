"""A form shows what teachers change most, and what it changes is that value and nothing else."""

from pathlib import Path

import pytest

from authoring.examples.lesson import new_lesson
from authoring.forms import bank as bank_forms
from authoring.forms import lesson as lesson_forms
from authoring.forms.field import FormField, filled
from course.bank_text import check_bank_text
from courseware.problem import ReaderError
from courseware.source import parse
from courseware.text import Text
from tests.exercises.banks import HEAD, KINDS

ROOT = Path(__file__).resolve().parents[2]
LESSON = (ROOT / "authoring/examples/lesson.yaml").read_text(encoding="utf-8")
BANK = HEAD + "".join(KINDS.values())


def fields(text: str) -> list[FormField]:
    """Every field of every part of a lesson or bank."""
    value = parse(text, "").value
    assert isinstance(value, dict)
    if "items" in value:
        return [field for index in range(len(value["items"])) for field in bank_forms.fields_at(text, index)]
    steps = [None, *range(len(value["steps"]))]
    return [field for step in steps for field in lesson_forms.fields_at(text, step)]


def one(found: tuple[FormField, ...], *end: str | int) -> FormField:
    """The field whose location ends so."""
    (field,) = [field for field in found if tuple(field.location[-len(end) :]) == end]
    return field


@pytest.mark.parametrize("text", [LESSON, BANK], ids=["lesson", "bank"])
def test_every_field_holds_the_value_of_its_place_and_gives_it_back_unchanged(text: str) -> None:
    for field in fields(text):
        assert filled(text, field, field.value) == text


def test_the_commonest_changes_have_a_field() -> None:
    step = {tuple(field.location[2:3]) for field in fields(LESSON) if field.location[0] == "steps"}
    item = {tuple(field.location[2:]) for field in fields(BANK)}

    assert step >= {(key,) for key in ("title", "minutes", "stage", "text", "options", "notes", "predict")}
    assert item >= {("answer", "tolerance", "abs"), ("options", 0, "text", "zh"), ("near", 0, "score")}
    assert item >= {("stem", "en"), ("hints", 0, "cost"), ("explain", "zh"), ("rows", 1, "why", "en")}


def test_what_belongs_to_one_option_stands_side_by_side() -> None:
    options = [field.location[3] for field in bank_forms.fields_at(BANK, 0) if field.location[2] == "options"]

    assert options == sorted(options, key=str)


def test_a_language_that_is_missing_has_an_empty_field_that_adds_it() -> None:
    text = "steps:\n  - {kind: read, title: {en: Hello}, minutes: 3}  # one\n"
    found = lesson_forms.fields_at(text, 0)
    empty = one(found, "title", "zh")

    assert (empty.value, empty.is_there) == ("", False)
    assert filled(text, empty, "你好") == text.replace("{en: Hello}", '{en: Hello, zh: "你好"}')
    assert filled(text, one(found, "minutes"), 8.0) == text.replace("3", "8")


def test_a_formula_that_decides_whether_an_option_is_right_is_no_choice() -> None:
    text = "items:\n  - options: [{right: true}, {right: 'a > 1'}, {right: false}]\n"

    assert [field.location[3] for field in bank_forms.fields_at(text, 0)] == [0, 2]


def test_a_formula_takes_the_place_of_a_number_and_the_other_way_round() -> None:
    text = "items:\n  - answer: {expr: 0.5}\n"
    formula = filled(text, bank_forms.fields_at(text, 0)[0], "a / 2")

    assert formula == "items:\n  - answer: {expr: a / 2}\n"
    assert filled(text, bank_forms.fields_at(text, 0)[0], "3") == text.replace("0.5", "3")


def test_a_long_text_gets_more_than_a_line_in_both_languages() -> None:
    text = f"steps:\n  - title: {{en: {'long ' * 20}, zh: 短}}\n"

    assert {field.kind for field in lesson_forms.fields_at(text, 0)} == {"passage"}


@pytest.mark.parametrize("text", ["steps: [", "", "steps: 3", "steps:\n  - word", "steps:\n - title: [1]"])
def test_there_is_no_form_for_what_cannot_be_read(text: str) -> None:
    assert lesson_forms.fields_at(text, 0) == ()
    assert bank_forms.fields_at(text, 0) == ()
    assert lesson_forms.fields_at(text, 7, "glossary") == ()


def test_a_field_of_a_text_that_has_changed_since_is_refused_in_words() -> None:
    field = one(lesson_forms.fields_at(LESSON, 0), "minutes")

    with pytest.raises(ReaderError):
        filled("id: other\n", field, 5)


def test_a_tolerance_changed_in_the_form_is_the_tolerance_of_the_question() -> None:
    field = one(bank_forms.fields_at(BANK, 2), "tolerance", "abs")
    problems, found = check_bank_text(filled(BANK, field, 0.5), "small.yaml", others={})

    assert not [problem for problem in problems if problem.severity == "error"]
    assert found["small.number"].item.answer.tolerance.abs == 0.5  # type: ignore[attr-defined]


def test_the_plan_and_the_glossary_have_forms_too() -> None:
    plan = (ROOT / "lessons/library/course.yaml").read_text(encoding="utf-8")
    words = (ROOT / "lessons/library/glossary.yaml").read_text(encoding="utf-8")

    assert one(lesson_forms.fields_at(plan, None, "course"), "summary", "zh").kind == "passage"
    assert len(lesson_forms.fields_at(plan, 0, "course")) >= 4
    assert [field.location[2] for field in lesson_forms.fields_at(words, 3, "glossary")] == [
        "term",
        "term",
        "meaning",
        "meaning",
        "curriculum",
    ]


def test_a_new_lesson_can_be_filled_in_from_its_form_alone() -> None:
    text = new_lesson("queues", Text(en="Queues", zh="排队"))

    assert one(lesson_forms.fields_at(text, None), "minutes").value == 45
