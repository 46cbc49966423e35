"""What is there to be read: every lesson that is written, and the questions that go with it."""

from collections.abc import Mapping

import exercises
from course import all_exercises, course_plan, find_lesson, lesson_registry
from exercises import Exercise, Grade, Variant
from exercises.drawing import Data
from lessons import Lesson

SECRET = b"a school's own secret"
WRITTEN = tuple(name for name in course_plan().lessons if lesson_registry().lesson(name) is not None)
"""The ids of the lessons that are written, in the order of the course."""


def bank_of(lesson: Lesson) -> Mapping[str, Exercise]:
    """All questions that begin as those of the lesson do, such as `sat.`."""
    starts = {name.partition(".")[0] for name in lesson.items()}
    return {name: one for name, one in all_exercises().items() if name.partition(".")[0] in starts}


QUESTIONS = {name: one for id_ in WRITTEN for name, one in bank_of(find_lesson(id_)).items()}
"""The questions of all lessons that are written."""


def data_of(exercise: Exercise, student: str) -> Data:
    """The data that this student is asked about."""
    return exercises.own_data(exercise, secret=SECRET, class_name="1", student=student)


def drawn(exercise: Exercise, student: str) -> Variant:
    """The question as this student of one class gets it first."""
    data = data_of(exercise, student)
    return exercises.draw(exercise, secret=SECRET, class_name="1", student=student, group=0, data=data)


def mark(name: str, answer: object) -> Grade:
    """What an answer of Mei to this question earns."""
    grade = exercises.grade(drawn(QUESTIONS[name], "Mei"), {exercises.ANSWER: answer})
    assert isinstance(grade, Grade)
    return grade
