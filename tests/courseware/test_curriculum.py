"""The knowledge points are named wherever their numbers are asked for or spoken of."""

import pytest

from authoring.completing.bank import about as about_in_bank
from authoring.completing.bank import complete as complete_in_bank
from authoring.completing.lesson import about, complete
from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from authoring.forms import bank as of_bank
from authoring.forms import lesson as forms
from authoring.forms.field import FormField, filled
from authoring.reference.lesson_page import reference
from course import KnownNames, check_lesson_text
from courseware.curriculum import knowledge_points
from courseware.problem import ReaderError
from courseware.source import parse
from courseware.text import LANGUAGES, Language

LESSON = new_lesson("tea_shop")


def field_of(text: str, part: int | None) -> FormField:
    """The knowledge points in the form of a lesson or one of its steps."""
    return next(one for one in forms.fields_at(text, part) if one.kind == "several")


def test_the_course_has_thirty_five_points_each_with_its_own_name_in_both_languages() -> None:
    points = knowledge_points()

    assert list(points) == list(range(1, 36))
    for language in LANGUAGES:
        assert len({name[language] for name in points.values()}) == 35


@pytest.mark.parametrize(
    ("before", "inserted"),
    [
        ("curriculum: ", "[17]"),
        ("curriculum: [", "17"),
        ("curriculum: [15, 1", "17"),
        ("curriculum:\n  - ", "17"),
        ("steps:\n  - kind: ask\n    curriculum: [", "17"),
    ],
)
def test_they_are_offered_by_name_where_they_are_written(before: str, inserted: str) -> None:
    lines = before.split("\n")
    found = {
        one.value: one for one in complete(before, len(lines), len(lines[-1]) + 1, "lesson", KnownNames())
    }

    assert len(found) == 35
    assert found["17"].insert == inserted
    assert found["17"].label is not None
    assert found["17"].label["en"] == "17 · Loyalty and its four quadrants"
    assert found["17"].label["zh"] == "17 · 客户忠诚度与四种类型"


def test_they_are_offered_in_a_bank_and_in_the_glossary_too() -> None:
    assert len(complete_in_bank("items:\n  - id: a.b\n    curriculum: [", 3, 18)) == 35
    assert len(complete("terms:\n  - id: gap\n    curriculum: [", 3, 18, "glossary", KnownNames())) == 35


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "curriculum: [15, 16]  # 3",
            "15 (Claims about complaints and word of mouth); 16 (Handling complaints, ",
        ),
        ("curriculum: []", "curriculum: The numbers of the knowledge points it teaches."),
        ("minutes: 45", "minutes: How long the class takes."),
        ("schema: lesson/1\nsteps:\n  - kind: ask\n    intent: {en: Why}", "intent: Why the step is there."),
        ("# only a comment", ""),
    ],
)
def test_the_line_under_the_cursor_is_explained(text: str, hint: str) -> None:
    lines = text.split("\n")
    found = about(text, len(lines), len(lines[-1]) - 1, "lesson")

    assert (found["en"] if found else "").startswith(hint)
    assert bool(found) == bool(hint)


def test_the_line_under_the_cursor_is_explained_in_a_bank() -> None:
    found = about_in_bank(new_bank("choice", "tea"), 18, 19)

    assert found is not None
    assert found["zh"] == "11（满意度的主观性与参照系统）"


def test_the_form_chooses_them_by_name_and_changes_the_list_alone() -> None:
    field = field_of(LESSON, None)
    assert (field.value, len(field.choices)) == ((15, 16), 35)

    changed = filled(LESSON, field, (3, 16, 20))

    assert changed == LESSON.replace("\ncurriculum: [15, 16]", "\ncurriculum: [3, 16, 20]", 1)
    assert filled(changed, field_of(changed, None), (15, 16)) == LESSON


def test_the_form_gives_them_to_a_step_that_has_none_and_to_a_list_in_lines() -> None:
    without = LESSON.replace("    curriculum: [15]\n", "", 1)
    written = filled(without, field_of(without, 0), (15,))
    assert parse(written, "").value == parse(LESSON, "").value

    lines = LESSON.replace("curriculum: [15, 16]\n", "curriculum:\n  - 15\n  - 16\n", 1)
    assert filled(lines, field_of(lines, None), (4,)).count("curriculum:\n  - 4\n") == 1


def test_the_form_of_a_question_names_them_too() -> None:
    bank = new_bank("choice", "tea")
    field = next(one for one in of_bank.fields_at(bank, 0) if one.kind == "several")

    assert field.value == (11,)
    assert "curriculum: [11, 12]" in filled(bank, field, (11, 12))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "[15, 16, 17]",
            {"en": "No step teaches knowledge point 17 (Loyalty", "zh": "知识点 17（客户忠诚度"},
        ),
        ("[15]", {"en": "does not name knowledge point 16 (Handling", "zh": "知识点 16（客户投诉处理"}),
        (
            "[15, 16, 36]",
            {"en": "no knowledge point 36: they have the numbers 1 to 35", "zh": "没有知识点 36"},
        ),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_name_them(typed: str, said: dict[Language, str], language: Language) -> None:
    problems, _ = check_lesson_text(LESSON.replace("[15, 16]", typed, 1), "tea_shop.yaml")

    assert any(said[language] in one.message[language] for one in problems)


def test_the_reference_lists_them() -> None:
    for number, name in knowledge_points().items():
        assert f"| {number} | {name['en']} | {name['zh']} |" in reference()


def test_a_list_that_has_meanwhile_gone_is_told_and_nothing_is_changed() -> None:
    field = field_of(LESSON, None)

    with pytest.raises(ReaderError):
        filled(LESSON.replace("\ncurriculum: [15, 16]", "", 1), field, (1,))
