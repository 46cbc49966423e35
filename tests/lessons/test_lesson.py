"""What a lesson holds once it has been read."""

import pytest
from pydantic import ValidationError

from courseware.source import parse, validate
from lessons import Citation, ExerciseStep, Lesson, PlayStep
from tests.course.small_course import LESSON


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return validate(parse(LESSON, "gap.yaml"), Lesson)


def test_steps_without_an_id_are_called_by_their_number(lesson: Lesson) -> None:
    assert [step.id for step in lesson.steps] == ["s1", "promise", "s3", "s4"]


def test_one_exercise_needs_no_list(lesson: Lesson) -> None:
    step = lesson.steps[2]

    assert isinstance(step, ExerciseStep)
    assert step.items == ("gap.mean",)


def test_a_lesson_knows_its_exercises_by_mode(lesson: Lesson) -> None:
    assert lesson.items("graded") == ("gap.mean",)
    assert lesson.items("practice") == ("gap.mean", "gap.share")
    assert len(lesson.items()) == 3


def test_teachers_count_options_from_one_and_programs_from_zero(lesson: Lesson) -> None:
    step = lesson.steps[1]

    assert isinstance(step, PlayStep)
    assert step.predict is not None
    assert step.predict.answer == 1


def test_a_source_reads_as_its_citation() -> None:
    assert f"{Citation(cite='Oliver, 1980')}" == "Oliver, 1980"


def test_nobody_changes_a_lesson_while_it_is_taught(lesson: Lesson) -> None:
    with pytest.raises(ValidationError):
        lesson.minutes = 5  # type: ignore[misc]
