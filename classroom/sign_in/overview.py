"""The students of a class as the teacher sees them: who has a PIN, and on how many devices."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from classroom.classes import SchoolClass
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student


@dataclass(frozen=True)
class EnrolledStudent:
    """A student of the class, whether a PIN has been set, and on how many devices there is a session."""

    student: Student
    has_pin: bool
    devices: int

    @property
    def is_former(self) -> bool:
        """Whether this student is in the list no more."""
        return self.student.kind == "former"


def enrolled_students(store: Store, of: SchoolClass) -> tuple[EnrolledStudent, ...]:
    """Everybody in the list, in its order, then those who were in it and have done something."""
    student, member = tables.student, tables.roster_member
    devices = (
        select(func.count())
        .where(tables.student_session.c.student_id == student.c.id)
        .correlate(student)
        .scalar_subquery()
    )
    query = (
        select(student, tables.pin.c.hash, devices.label("devices"))
        .select_from(student.outerjoin(member, member.c.student_id == student.c.id).outerjoin(tables.pin))
        .where(
            or_(
                member.c.class_name == of.name,
                (student.c.kind == "former") & (student.c.class_name == of.name),
            )
        )
        .order_by(member.c.id.is_(None), member.c.place, student.c.number)
    )
    with store.read() as connection:
        return tuple(
            EnrolledStudent(read_student(row), row.hash is not None, row.devices)
            for row in connection.execute(query)
        )
