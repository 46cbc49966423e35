"""What a run of a page asks of the record, where one question about the student's own customers stands.

| run        | statements | which |
|------------|-----------:|-------|
| first view |          7 | who; steps seen, place, step seen; columns; question, its variant |
| view       |          4 | who; rail; columns still asked for; question |
| draft      |          6 | as for a view; the draft before, the draft |
| hint       |          8 | as for a view; question, lock, question, hint |
| submit     |          8 | as for a view; lock, question, attempt, no draft |
| outcome    |          3 | as for a view without the question, which `submit` has returned |
| again      |          6 | as for a view without columns; question, variant, no draft |

Of a student whose class is set something each of these runs of a page asks once more what that is.
The page is drawn whole here each time. In a browser a draft, a hint, a submission and another round are
runs of the question alone, which ask neither who is there nor for the rail nor for the columns.
"""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, submit, variant_for
from course import all_exercises, lesson_registry
from exercises import Exercise, right_response
from lessons import ExerciseStep
from tests import conftest as records
from tests.records import statements
from tests.ui.reader import errors, own_record, page_at
from web.records import records_here

where = records.where  # on both databases

MOST: Final = 8
TABLE: Final = {
    name: int(count) for name, count in re.findall(r"^\| ([a-z ]+?) +\| +(\d+) \|", __doc__ or "", re.M)
}


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


def page_of(mode: str, kind: str | None = None) -> tuple[AppTest, Exercise]:
    """A step with one question; of a `kind` it has hints and asks about the student's own customers."""
    lesson, step, exercise = next(
        (lesson.id, n, exercise)
        for lesson in lesson_registry().lessons().values()
        for n, step in enumerate(lesson.steps, 1)
        if isinstance(step, ExerciseStep) and step.mode == mode and len(step.items) == 1
        for exercise in [all_exercises()[step.items[0]]]
        if kind is None or (exercise.kind == kind and exercise.data is not None and exercise.hints)
    )
    return page_at(lesson, "en", step=str(step)), exercise


def test_no_run_of_a_page_with_one_question_asks_the_record_more_than_eight_times() -> None:
    found: dict[str, int] = {}
    store = records_here()
    student, asked = owner_here(store), statements(store)

    def count(name: str, page: AppTest) -> None:
        asked.clear()
        assert errors(page.run()) == []
        found[name] = len(asked)

    page, exercise = page_of("graded", "number")
    root = f"answer:{exercise.id}:0"
    count("first view", page)
    count("view", page)
    page.text_input(key=f"{root}:answer").set_value("-9")
    count("draft", page)
    page.button(key=f"hint:{exercise.id}:0").click()
    count("hint", page)
    page.button(key=f"{root}:send").click()
    count("submit", page)
    found["submit"] = asked.index(asked[0], 1)  # each run begins by asking who is there
    found["outcome"] = len(asked) - found["submit"]

    page, exercise = page_of("practice")
    submit(store, student, exercise, right_response(variant_for(store, student, exercise)))
    page.run()
    page.button(key=f"again:{exercise.id}:0").click()
    count("again", page)

    assert found == TABLE
    assert max(found.values()) <= MOST
