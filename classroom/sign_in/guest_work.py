"""What a guest has done may be taken along at the first sign-in: the guest becomes the student."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select, union, update

from classroom.enrolment import dismiss, has_work
from classroom.guests import token_digest
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, lock, read_student


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
        return read_student(connection.execute(enrolled.returning(tables.student)).one())
