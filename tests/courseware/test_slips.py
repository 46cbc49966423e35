"""The commonest slips of a hand that types Chinese: told in the line where they were made, by their name."""

import pytest

from authoring.examples.lesson import new_lesson
from course import check_lesson_text
from courseware.problem import Problem
from courseware.text import LANGUAGES

LESSON = new_lesson("tea_shop")
LINES = LESSON.split("\n")
TITLE = next(number for number, line in enumerate(LINES) if line.startswith("title:"))
MINUTES = next(number for number, line in enumerate(LINES) if line.startswith("    minutes: "))
CURRICULUM = next(number for number, line in enumerate(LINES) if line.startswith("curriculum:"))
TEXT = next(number for number, line in enumerate(LINES) if line.startswith("    text: "))
STEPS = LINES.index("steps:")
LAST = max(number for number, line in enumerate(LINES) if line.strip())


def errors(place: int, *lines: str) -> list[Problem]:
    """The errors of the lesson with these lines in the place of one of its own."""
    text = "\n".join((*LINES[:place], *lines, *LINES[place + 1 :]))
    problems, _ = check_lesson_text(text, "lessons/tea_shop.yaml")
    return [problem for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("place", "typed", "column", "words"),
    [
        (MINUTES, "    minutes：5", 12, "full-width colon stands after minutes"),
        (MINUTES, "    minutes： 5", 12, "full-width colon stands after minutes"),
        (STEPS, "steps：", 6, "full-width colon stands after steps"),
        (TITLE, "title：{en: Tea, zh: 茶}", 6, "full-width colon stands after title"),
        (TITLE, "title：｛en：Tea，zh：茶｝", 6, "full-width colon stands after title"),
        (TITLE, "title: {en: Tea, zh：茶}", 18, "full-width colon stands after zh"),
        (MINUTES, "    minutes:5", 13, "No space follows the colon after minutes"),
        (TITLE, "title:{en: Tea, zh: 茶}", 7, "No space follows the colon after title"),
        (TITLE, "title: {en: Tea, zh:茶}", 18, "No space follows the colon after zh"),
        (MINUTES, "    minutes:\u30005", 13, "full-width space"),
        (MINUTES, "\u3000\u3000minutes: 5", 1, "full-width space"),
        (MINUTES, "     minutes: 5", 6, "(5 instead of 4)"),
        (MINUTES, "   minutes: 5", 4, "(3 instead of 4)"),
        (TITLE, "title: ｛en: Tea, zh: 茶｝", 8, "full-width character ｛"),
        (TITLE, "title: {en: Tea, zh: 茶｝", 23, "full-width character ｝"),
        (TITLE, "title: {en: Tea， zh: 茶}", 16, "full-width character ，"),
        (TITLE, "title: {en: Tea, zh: 茶", 8, "'{' is opened here and never closed"),
        (TITLE, "title: {en: Tea, zh: 茶  # why", 8, "'{' is opened here and never closed"),
        (CURRICULUM, "curriculum: [15, 16", 13, "'[' is opened here and never closed"),
        (TEXT, "    text: ![茶](media/tea.png) and words", 11, "takes ![ at the beginning"),
        (
            TEXT,
            "    text: {en: ![tea](media/tea.png), zh: ![茶](media/tea.png)}",
            16,
            "takes ![ at the beginning",
        ),
        (TITLE, "title: 茶馆", 8, 'in which language "茶馆" is written'),
        (LAST, f"{LINES[LAST]}\n  - ", 0, "Nothing stands after this dash"),
        (LAST, f"{LINES[LAST]}\n  - kind：read", 5, "full-width colon stands after kind"),
    ],
)
def test_a_slip_is_named_on_its_own_line(place: int, typed: str, column: int, words: str) -> None:
    found = errors(place, *typed.split("\n"))[0]

    assert found.line == place + 1 + typed.count("\n")
    assert found.column == column or not column
    assert words in found.message.en
    assert all(found.advice[language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("    minuts: 5", "Did you mean minutes?"),
        ("    mintues: 5", "Did you mean minutes?"),
        ("    image: a.png", "Use one of: "),
        ("    loss: small", "Use one of: "),
    ],
)
def test_a_key_is_suggested_only_if_a_slip_of_the_hand_would_make_it(typed: str, advice: str) -> None:
    told = [
        problem for problem in errors(MINUTES, LINES[MINUTES], typed) if "not known" in problem.message.en
    ]

    assert [problem.line for problem in told] == [MINUTES + 2]
    assert told[0].advice.en.startswith(advice)


def test_prose_with_a_full_width_colon_is_not_blamed_for_a_slip_below_it() -> None:
    found = errors(MINUTES, "    notes: |", "      CRM：客户关系管理", "    minutes：5")[0]

    assert (found.line, found.column) == (MINUTES + 3, 12)


def test_a_sentence_with_a_colon_in_it_is_still_told_to_go_in_quotes() -> None:
    found = errors(TITLE, "title: {en: Tea}", "intent: Note: this")[0]

    assert "double quotes" in found.advice.en
