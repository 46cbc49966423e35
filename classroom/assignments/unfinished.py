"""Until when somebody may still be writing an exam: so long nobody is told what is right in it."""

from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student

_ASSIGNMENT, _EXTENSION = tables.assignment.c, tables.extension.c
_SITTING, _STUDENT = tables.sitting.c, tables.student.c
_CLASS = tables.school_class.c

_IS_WRITTEN = (_SITTING.assignment_id == _ASSIGNMENT.id, _SITTING.handed_in_at.is_(None))
_MAY_BEGIN = (
    _EXTENSION.assignment_id == _ASSIGNMENT.id,
    _EXTENSION.student_id == _STUDENT.id,
    _STUDENT.kind == "enrolled",
    _STUDENT.class_name == _CLASS.name,
    _CLASS.id == _ASSIGNMENT.class_id,
    ~exists().where(_SITTING.assignment_id == _ASSIGNMENT.id, _SITTING.student_id == _STUDENT.id),
)

WRITTEN_UNTIL = (
    select(func.max(_SITTING.ends_at))
    .where(*_IS_WRITTEN)
    .correlate(tables.assignment)
    .scalar_subquery()
    .label("written_until")
)
"""When the last sitting that is not handed in ends, beside each row of an assignment."""
MAY_BEGIN_UNTIL = (
    select(func.max(_EXTENSION.due_at))
    .where(*_MAY_BEGIN)
    .correlate(tables.assignment)
    .scalar_subquery()
    .label("may_begin_until")
)
"""Until when somebody who has not begun may do so by an extension, beside each row of an assignment."""


def unfinished(store: Store, assignment_id: int) -> tuple[tuple[Student, datetime], ...]:
    """Who is writing at this moment, or may still begin by an extension, and until when."""
    with store.read() as connection:
        return _unfinished(connection, assignment_id, store.clock())


def _unfinished(
    connection: Connection, assignment_id: int, at: datetime
) -> tuple[tuple[Student, datetime], ...]:
    is_it = _ASSIGNMENT.id == assignment_id
    writing = select(tables.student, _SITTING.ends_at.label("until")).where(
        is_it, *_IS_WRITTEN, _SITTING.student_id == _STUDENT.id, _SITTING.ends_at > at
    )
    ahead = select(tables.student, _EXTENSION.due_at.label("until")).where(
        is_it, *_MAY_BEGIN, _EXTENSION.due_at > at
    )
    rows = [*connection.execute(writing), *connection.execute(ahead)]
    return tuple((read_student(row), row.until) for row in sorted(rows, key=lambda row: row.until))
