"""Whatever becomes of a file of the course while it is edited, it is judged calmly and in no time."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import (
    KnownNames,
    check_bank_text,
    check_lesson_text,
    known_to_the_lab,
    lesson_registry,
    used_items,
)
from course.judge import neighbours
from courseware.problem import Problem
from tests.hostile.timing import within

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "lessons/library").glob("*.yaml"))
BANKS = sorted((ROOT / "exercises/bank").glob("*.yaml"))
PATIENCE = 25
"""Million rounds of a plain loop: the work of a second."""

SLIPS = (
    *("", " ", "\n", "\t", "  - ", ": ", "{", "}", "[", "]", "[[", "]]", "{{", "}}", '"', "'", "|", ">", "#"),
    *("&a ", "*a", "!", "%", "`", "`" * 9000, "null", "~", "true", "中", "：", "\x00", "\ud800", "\ufeff"),
    *("-1", "0", "1e999", "9" * 50, "1e-9", "100000", "{{n:.9f}}", "col('x')", "expr: 1/0", "9**9**9"),
    *("![](x)", "../..", "kind: play", "type: target", "a" * 5000),
)


@st.composite
def mutated(draw: st.DrawFn, files: list[Path]) -> tuple[Path, str]:
    """A file of the course with up to four slips in it."""
    file = draw(st.sampled_from(files))
    text = file.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 5, 30, 400, 5000])))
        put = draw(st.sampled_from(SLIPS)) if draw(st.booleans()) else text[start:end] * 2
        text = text[:start] + put + text[end:]
    return file, text


@pytest.fixture(scope="module")
def known() -> KnownNames:
    """The names of the lab, and whatever is loaded and drawn once only."""
    for file in BANKS:
        check_bank_text(file.read_text(encoding="utf-8"), str(file))
    return neighbours(ROOT / "lessons/library", known_to_the_lab())


def test_the_files_themselves_have_nothing_to_mend(known: KnownNames) -> None:
    used = used_items(lesson_registry().lessons().values())
    for file in LESSONS:
        assert check_lesson_text(file.read_text(encoding="utf-8"), str(file))[0] == ()
    for file in BANKS:
        assert check_bank_text(file.read_text(encoding="utf-8"), str(file), used=used)[0] == ()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated(LESSONS))
def test_a_mutated_lesson_is_judged_without_a_crash_and_in_no_time(
    known: KnownNames, mutant: tuple[Path, str]
) -> None:
    file, text = mutant
    problems, written = within(PATIENCE, partial(check_lesson_text, text, str(file), known))

    assert written is not None or [one for one in problems if one.severity == "error"]
    see_that_they_can_be_shown(problems, text)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated(BANKS))
def test_a_mutated_bank_is_judged_without_a_crash_and_in_no_time(
    known: KnownNames, mutant: tuple[Path, str]
) -> None:
    file, text = mutant
    problems, sound = within(PATIENCE, partial(check_bank_text, text, str(file)))

    assert sound or problems
    see_that_they_can_be_shown(problems, text)


def see_that_they_can_be_shown(problems: tuple[Problem, ...], text: str) -> None:
    """Every problem has a line of the file and words in both languages."""
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert problem.show("en")
        assert problem.tell("zh")
