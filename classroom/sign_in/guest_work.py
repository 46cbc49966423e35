"""What a guest has done may be taken along at the first sign-in: the guest becomes the student."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, func, select, union, update

from classroom.assessment import Assessment, assess
from classroom.assignments.store import lock_assigned
from classroom.enrolment import dismiss, has_work
from classroom.guests import token_digest
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, lock, read_student
from exercises import Grade


@dataclass(frozen=True)
class WorkSummary:
    """How much somebody has done: questions that were answered, lessons that were opened."""

    answers: int = 0
    lessons: int = 0

    def __bool__(self) -> bool:
        return bool(self.answers or self.lessons)


def known_guest(store: Store, token: str) -> Student | None:
    """The guest with this token, if one was here; nobody is welcomed anew."""
    device = tables.device
    query = (
        select(tables.student)
        .join_from(device, tables.student)
        .where(device.c.digest == token_digest(f"guest {token}"), tables.student.c.kind == "guest")
    )
    with store.read() as connection:
        row = connection.execute(query).first()
    return read_student(row) if row is not None else None


def summary_of(store: Store, student: Student) -> WorkSummary:
    """How much this student has done."""
    attempt, place, seen = tables.attempt.c, tables.place.c, tables.seen.c
    answers = select(func.count(attempt.item.distinct())).where(attempt.student_id == student.id)
    lessons = union(
        select(place.lesson).where(place.student_id == student.id),
        select(seen.lesson).where(seen.student_id == student.id),
    ).subquery()
    with store.read() as connection:
        return WorkSummary(
            connection.scalar(answers) or 0, connection.scalar(select(func.count()).select_from(lessons)) or 0
        )


def may_take_along(store: Store, student: Student) -> bool:
    """Whether this student has done nothing yet, so that a guest's work can become theirs."""
    with store.read() as connection:
        return not has_work(connection, student.id)


def take_along(store: Store, guest: Student, student: Student) -> Student:
    """Makes the guest this student of the class; not a single attempt is changed by it.

    What came after an assignment was due is assessed as late, as if it had been answered under the number.
    Whoever has done something under the own name stays as it is, and so does the guest.
    """
    member = tables.roster_member
    with store.write() as connection:
        for one in sorted((guest, student), key=lambda one: one.id):
            lock(connection, one)
        now = connection.execute(select(tables.student).where(tables.student.c.id == guest.id)).one()
        if now.kind != "guest" or has_work(connection, student.id):
            return student
        connection.execute(delete(tables.device).where(tables.device.c.student_id == guest.id))
        connection.execute(
            update(member).where(member.c.student_id == student.id).values(student_id=guest.id)
        )
        connection.execute(
            update(tables.pin).where(tables.pin.c.student_id == student.id).values(student_id=guest.id)
        )
        dismiss(connection, [student.id])
        values = {
            "number": student.number,
            "name": student.name,
            "class_name": student.class_name,
            "kind": "enrolled",
        }
        enrolled = update(tables.student).where(tables.student.c.id == guest.id).values(**values)
        student = read_student(connection.execute(enrolled.returning(tables.student)).one())
        _assess_late(connection, student, store.clock())
        return student


def _assess_late(connection: Connection, student: Student, at: datetime) -> None:
    """A guest is set nothing and so never late: whoever signs in afterwards must not gain by it."""
    attempt = tables.attempt.c
    for one in lock_assigned(connection, student):
        if one.assignment.plan.mode != "graded":
            continue
        is_of_it = attempt.item.in_(one.assignment.plan.items or ()), attempt.group_number == 0
        query = select(tables.attempt).where(attempt.student_id == student.id, *is_of_it, attempt.points > 0)
        for row in connection.execute(query).all():
            share = 1.0 if one.rules.state(row.at) == "ahead" else one.rules.share(row.at)
            if share < 1:
                marks = Grade.from_json(row.grade), row.score, row.points * share
                assess(connection, row.id, Assessment("regrade", *marks, "lab", TAKEN_LATE, at))


TAKEN_LATE: Final = "Answered as a guest after the due time. 截止后以访客身份作答，按逾期计分。"
