"""A term as the gradebook meets it: a class, one lesson of two questions, and points that were earned."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from classroom import Store
from classroom.classes import SchoolClass, students_of
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.reading import GradedCourse
from classroom.records import tables
from classroom.records.student import Student
from course import BankRegistry
from lessons import Lesson, Marks
from tests.classroom.school import make_class
from tests.course.small_course import LESSON

MEMBERS = (("001", "李华"), ("002", "Wu Min"), ("003", "=cmd()"))
SCHEME = MarkingScheme.of(Marks(preset="course"))


def lesson_of(*items: str, name: str = "gap") -> Lesson:
    """The small lesson with these graded questions."""
    written = yaml.safe_load(LESSON.replace("?", ""))
    written["id"], written["steps"] = name, [*written["steps"][:2], {**written["steps"][2], "use": [*items]}]
    return Lesson.model_validate(written)


def course_of(bank: Path) -> GradedCourse:
    """The course of the tests: one lesson, two questions, the scheme of the course."""
    return GradedCourse(
        SCHEME, {"gap": lesson_of("record.sum", "record.gap")}, BankRegistry(bank).exercises()
    )


def class_of_three(store: Store) -> tuple[SchoolClass, tuple[Student, ...]]:
    made = make_class(store, "CRM 1", MEMBERS)
    return made, students_of(store, made)


def earn(store: Store, student: Student, points: Mapping[str, float], *, is_pending: bool = False) -> None:
    """The points of each question, earned at the first try; none yet where a teacher is to mark it."""
    drawn = {"student_id": student.id, "group_number": 0}
    with store.write() as connection:
        for item, brought in points.items():
            variant = tables.variant.insert().values(
                **drawn, item=item, body={}, wording="", drawn_at=store.clock()
            )
            made = connection.execute(variant.returning(tables.variant.c.id)).scalar_one()
            marked = {
                "grade": {"is_pending": True} if is_pending else {},
                "score": brought,
                "rate": 1.0,
                "points": brought,
                "hint_cost": 0.0,
            }
            told = {"response": {}, "response_digest": "", "try_number": 1, "at": store.clock()}
            connection.execute(
                tables.attempt.insert().values(**drawn, item=item, variant_id=made, **marked, **told)
            )
