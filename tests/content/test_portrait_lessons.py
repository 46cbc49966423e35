"""The lessons that the portrait names are lessons of the course."""

from course import course_plan
from datasets import find


def test_every_column_is_taught_by_a_lesson_that_is_on_the_map() -> None:
    named = {column.lesson for column in find("portrait").columns if column.lesson}

    assert named <= set(course_plan().lessons)


def test_what_a_lesson_adds_stands_together() -> None:
    lessons = [column.lesson for column in find("portrait").columns]

    assert lessons == sorted(lessons, key=lessons.index)
