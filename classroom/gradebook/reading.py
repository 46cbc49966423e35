"""The gradebook of a class, or of one student, read in as many queries for sixty students as for one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, select

from classroom.classes import SchoolClass
from classroom.gradebook.attendance import DaysOfStudent, attendance_of, day_sources
from classroom.gradebook.computing import MarkingScheme, mark_of
from classroom.gradebook.entries import latest_entries
from classroom.gradebook.nodes import ItemPoints, MarkEntry, MarkNode, MarkRange, MarkSource
from classroom.gradebook.rounding import exact, plain
from classroom.gradebook.waiting import with_waiting
from classroom.gradebook.weak_points import WeakPoint, weak_points
from classroom.records import tables
from classroom.records.effective import EffectiveAttempts
from classroom.records.store import Store
from classroom.records.student import Student, read_student
from courseware.text import Text
from exercises import Exercise
from lessons import Lesson
from lessons.marking import MarkPart

SourcesOfStudents = Mapping[int, Sequence[MarkSource]]
MarksFrom = Callable[[Connection, MarkPart, Sequence[Student]], SourcesOfStudents]
"""What a part is worked out of, by student: how assignments and ratings by peers come into the gradebook."""

_LESSON: Final = Text(
    en="{answered} of {all} questions answered, {points} of {all} points",
    zh="作答 {answered}/{all} 题，得 {points}/{all} 分",
)


@dataclass(frozen=True)
class GradedCourse:
    """What of the course bears on marks: the scheme, the lessons in their order, and all questions."""

    scheme: MarkingScheme
    lessons: Mapping[str, Lesson]
    exercises: Mapping[str, Exercise]
    marks_from: Mapping[str, MarksFrom] = field(default_factory=dict)
    """By origin (assignments, peer) what gives the sources of a part."""


@dataclass(frozen=True)
class StudentMarks:
    """One line of the gradebook: the mark as it stands, the mark so far, and what is hard for the student."""

    student: Student
    mark: MarkNode
    so_far: MarkNode
    weak: tuple[WeakPoint, ...]
    items: Mapping[str, ItemPoints]
    sources: Mapping[str, Sequence[MarkSource]]
    entries: Mapping[str, MarkEntry]


@dataclass(frozen=True)
class Gradebook:
    """A class at a glance, in the order of its list; `weak` is what is hard for the whole class."""

    scheme: MarkingScheme
    rows: tuple[StudentMarks, ...]
    weak: tuple[WeakPoint, ...]

    def row(self, student_id: int) -> StudentMarks | None:
        """The line of this student."""
        return next((row for row in self.rows if row.student.id == student_id), None)


def gradebook(store: Store, school_class: SchoolClass, course: GradedCourse) -> Gradebook:
    """The gradebook of a class."""
    member = tables.roster_member
    chosen = (
        select(tables.student)
        .join_from(member, tables.student)
        .where(member.c.class_name == school_class.name)
        .order_by(member.c.place, member.c.id)
    )
    return _book(store, chosen, course)


def marks_of(store: Store, student: Student, course: GradedCourse) -> StudentMarks:
    """The marks of one student, and of nobody else."""
    (row,) = _book(store, select(tables.student).where(tables.student.c.id == student.id), course).rows
    return row


def _book(store: Store, chosen: Select[Any], course: GradedCourse) -> Gradebook:
    with store.read() as connection:
        students = [read_student(row) for row in connection.execute(chosen)]
        ids = [student.id for student in students]
        facts = _Facts(
            _points(connection, tables.attempt.c.student_id.in_(ids)),
            attendance_of(connection, tables.attendance.c.student_id.in_(ids)),
            latest_entries(connection, tables.mark_entry.c.student_id.in_(ids)),
            _from_others(connection, course, students),
        )
    rows = tuple(_row(student, course, facts) for student in students)
    everything = (one for row in rows for one in row.items.values())
    return Gradebook(course.scheme, rows, weak_points(everything, course.exercises))


@dataclass(frozen=True)
class _Facts:
    """What the record says of some students, each mapping by their ids."""

    points: Mapping[int, Mapping[str, ItemPoints]]
    days: Mapping[int, DaysOfStudent]
    entries: Mapping[int, Mapping[str, MarkEntry]]
    others: Mapping[str, SourcesOfStudents]
    """By part what assignments and peers give."""


def _points(connection: Connection, who: ColumnElement[bool]) -> Mapping[int, Mapping[str, ItemPoints]]:
    """What each question brought each student; practice brings nothing."""
    effective = EffectiveAttempts()
    table = effective.attempt.c
    query = (
        select(table.student_id, table.item, func.sum(effective.points), func.count())
        .add_columns(effective.waiting, effective.to_come)
        .select_from(effective.rows)
        .where(who, table.group_number == 0)
        .group_by(table.student_id, table.item)
    )
    found: dict[int, dict[str, ItemPoints]] = defaultdict(dict)
    for student_id, item, points, tries, waiting, to_come in connection.execute(query):
        brought = ItemPoints(item, exact(points), tries, waiting > 0, exact(to_come))
        found[student_id][item] = brought
    return found


def _from_others(
    connection: Connection, course: GradedCourse, students: Sequence[Student]
) -> Mapping[str, SourcesOfStudents]:
    leaves = [leaf for leaf in course.scheme.leaves() if leaf.from_ in course.marks_from]
    return {leaf.id: course.marks_from[leaf.from_ or ""](connection, leaf, students) for leaf in leaves}


def _row(student: Student, course: GradedCourse, facts: _Facts) -> StudentMarks:
    items = facts.points.get(student.id, {})
    sources = {leaf.id: tuple(_sources(leaf, student, course, facts)) for leaf in course.scheme.leaves()}
    entries = facts.entries.get(student.id, {})
    return StudentMarks(
        student,
        mark_of(course.scheme, sources, entries),
        mark_of(course.scheme, sources, entries, so_far=True),
        weak_points(items.values(), course.exercises),
        items,
        sources,
        entries,
    )


def _sources(leaf: MarkPart, student: Student, course: GradedCourse, facts: _Facts) -> Iterator[MarkSource]:
    match leaf.from_:
        case "attendance":
            yield from day_sources(leaf, facts.days.get(student.id, {}))
        case "lessons":
            yield from _lessons(leaf, course, facts.points.get(student.id, {}))
        case "assignments" | "peer":
            yield from facts.others.get(leaf.id, {}).get(student.id, ())
        case "entered" | None:
            return


def _lessons(leaf: MarkPart, course: GradedCourse, done: Mapping[str, ItemPoints]) -> Iterator[MarkSource]:
    """Each lesson that has graded questions; one of which none was answered is missing."""
    for name in leaf.lessons or course.lessons:
        lesson = course.lessons.get(name)
        asked = dict.fromkeys(lesson.items("graded")) if lesson else {}
        items = [item for item in asked if item in course.exercises]
        if not lesson or not items:
            continue
        brought = tuple(done[item] for item in items if item in done)
        points = sum((one.points for one in brought), Fraction(0))
        waits = [one for one in brought if one.is_pending]
        told = _LESSON.fill({"answered": len(brought), "all": len(items), "points": plain(points)})
        value = points / len(items) * 100 if brought else None
        source = MarkSource(name, lesson.title, value, told=told, items=brought)
        if not waits:
            yield source
            continue
        to_come = sum((one.to_come for one in waits), Fraction(0))
        marked = points - sum((one.points for one in waits), Fraction(0))
        rest = len(items) - len(waits)
        then = MarkRange(points / len(items) * 100, (points + to_come) / len(items) * 100)
        yield with_waiting(source, len(waits), marked / rest * 100 if rest else None, then)
