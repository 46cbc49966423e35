"""A course says in which languages it is taught."""

from pathlib import Path

import pytest

from course.languages import course_languages
from course.layers import VARIABLE
from courseware.text import LANGUAGES, Language


def declared(folder: Path, words: str) -> tuple[Language, ...]:
    """The languages of a course whose plan says these words."""
    (folder / "lessons").mkdir(exist_ok=True)
    (folder / "lessons" / "course.yaml").write_text(words, encoding="utf-8")
    return course_languages({VARIABLE: str(folder)})


def test_a_course_that_says_nothing_is_taught_in_both(tmp_path: Path) -> None:
    assert course_languages({}) == course_languages({VARIABLE: str(tmp_path)}) == LANGUAGES
    assert declared(tmp_path, "title: {en: Tea}\n") == LANGUAGES


@pytest.mark.parametrize(
    ("words", "languages"),
    [("[zh]", ("zh",)), ("[en]", ("en",)), ("[zh, en]", LANGUAGES), ("[fr]", LANGUAGES), ("[", LANGUAGES)],
)
def test_the_plan_in_force_is_asked_whatever_it_says(
    tmp_path: Path, words: str, languages: tuple[Language, ...]
) -> None:
    assert declared(tmp_path, f"languages: {words}\n") == languages
