"""Whom a command is about: the students of a number in a class, and what is theirs in each table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from classroom.privacy.holdings import HOLDINGS
from classroom.records import tables
from courseware.problem import ReaderError
from courseware.text import Text

NOBODY: Final = Text(
    en='There is nobody with the number "{number}" in the class "{class_name}". '
    "Write both exactly as the class list has them; python -m classroom export names the classes.",
    zh="班级“{class_name}”中没有学号为“{number}”的学生。"
    "请按名单原样填写班级和学号；班级名称可用 python -m classroom export 查看。",
)


@dataclass(frozen=True)
class Person:
    """One person by class and number: the students of the record, and the lines of class lists."""

    class_name: str
    number: str
    students: tuple[int, ...]
    members: tuple[int, ...]

    def holds(self, table: Table) -> ColumnElement[bool] | None:
        """Which rows of this table are about the person; None if the table holds nothing of students."""
        if not HOLDINGS[table.name].is_about_students or table.name in _OF_WHOLE_CLASSES:
            return None
        if table.name in _BY_OTHER_COLUMNS:
            return _BY_OTHER_COLUMNS[table.name](self)
        if "member_id" in table.c:
            return table.c.member_id.in_(self.members)
        return table.c.student_id.in_(self.students)

    @property
    def names(self) -> tuple[str, ...]:
        """What a peer rating calls the person: the number in the record."""
        return tuple(str(student) for student in self.students)

    def tables(self) -> Iterator[tuple[Table, ColumnElement[bool]]]:
        """Every table that may hold something of the person, those that others refer to first."""
        for table in tables.metadata.sorted_tables:
            condition = self.holds(table)
            if condition is not None:
                yield table, condition


def _assessed(person: Person) -> ColumnElement[bool]:
    attempt = tables.attempt.c
    own = select(attempt.id).where(attempt.student_id.in_(person.students))
    return tables.assessment.c.attempt_id.in_(own)


def _asked_to_enter(person: Person) -> ColumnElement[bool]:
    request, of_class = tables.entry_request.c, tables.school_class.c
    classes = select(of_class.id).where(of_class.name == person.class_name)
    return and_(request.number == person.number, request.class_id.in_(classes))


def _rated(person: Person) -> ColumnElement[bool]:
    rating = tables.peer_rating.c
    return or_(rating.rater.in_(person.names), rating.rated.in_(person.names))


def _approved(person: Person) -> ColumnElement[bool]:
    vote = tables.live_vote.c
    return tables.live_approval.c.vote_id.in_(select(vote.id).where(vote.student_id.in_(person.students)))


def _voted_up(person: Person) -> ColumnElement[bool]:
    question, up = tables.live_question.c, tables.live_question_vote.c
    own = select(question.id).where(question.student_id.in_(person.students))
    return or_(up.student_id.in_(person.students), up.question_id.in_(own))


_OF_WHOLE_CLASSES: Final = frozenset({"tool_note"})
"""What is noted of a class for a tool; it names members by their numbers in the record."""
_BY_OTHER_COLUMNS: Final[Mapping[str, Callable[[Person], ColumnElement[bool]]]] = {
    "student": lambda person: tables.student.c.id.in_(person.students),
    "roster_member": lambda person: tables.roster_member.c.id.in_(person.members),
    "assessment": _assessed,
    "entry_request": _asked_to_enter,
    "peer_rating": _rated,
    "live_approval": _approved,
    "live_question_vote": _voted_up,
}


def find_person(connection: Connection, class_name: str, number: str) -> Person:
    """The person of this number in this class; a ReaderError if there is none."""
    student, member = tables.student.c, tables.roster_member.c
    is_there = (student.class_name == class_name, student.number == number, student.kind != "ended")
    students = tuple(connection.scalars(select(student.id).where(*is_there)))
    listed = or_(
        and_(member.class_name == class_name, member.number == number), member.student_id.in_(students)
    )
    members = tuple(connection.scalars(select(member.id).where(listed)))
    if not number or not (students or members):
        raise ReaderError(NOBODY.fill({"number": number, "class_name": class_name}))
    return Person(class_name, number, students, members)
