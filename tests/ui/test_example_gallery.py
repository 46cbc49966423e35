"""The gallery of every kind of step and question."""

import re
from typing import get_args

from courseware.text import LANGUAGES
from exercises.kinds import catalogue
from lessons import Step
from tests.example_gallery import PAGE, STEP_TITLES, page_text, questions, steps


def test_the_gallery_says_what_the_examples_say_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_text(), "make pictures"


def test_everything_in_the_gallery_has_its_picture_in_both_languages() -> None:
    missing = [
        one.file(language).name
        for one in (*steps(), *questions())
        for language in LANGUAGES
        if not one.file(language).is_file()
    ]

    assert missing == [], "make pictures"


def test_no_kind_of_step_or_question_is_left_out() -> None:
    written = {found for one in steps() for found in re.findall(r"(?m)^  - kind: (\w+)", one.written)}

    kinds = {get_args(one.model_fields["kind"].annotation)[0] for one in get_args(Step)}

    assert written == set(STEP_TITLES) == kinds
    assert [one.slug for one in questions()] == [f"question-{kind}" for kind in catalogue()]
