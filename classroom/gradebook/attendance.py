"""Who was there on which day: noted by the teacher or read from a file, and what each day counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, Literal, get_args

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, select

from classroom.audit import note
from classroom.gradebook.nodes import MarkSource
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.upsert import upsert
from courseware.text import Text, as_text
from lessons.marking import MarkPart

Attendance = Literal["present", "late", "absent", "excused"]
STATUSES: Final[tuple[Attendance, ...]] = get_args(Attendance)
STATUS_NAMES: Final[Mapping[Attendance, Text]] = {
    "present": Text(en="present", zh="出勤"),
    "late": Text(en="late", zh="迟到"),
    "absent": Text(en="absent", zh="缺勤"),
    "excused": Text(en="excused", zh="请假"),
}
_ATTENDANCE: Final = tables.attendance

DaysOfStudent = Mapping[date, Attendance]


def note_attendance(
    store: Store, class_name: str, day: date, statuses: Mapping[int, Attendance], by: str
) -> None:
    """Keeps who was there on this day, by student; what was noted of the same day before is replaced."""
    with store.write() as connection:
        at = store.clock()
        for student_id, status in sorted(statuses.items()):
            values = {"status": status, "by": by, "at": at}
            upsert(connection, _ATTENDANCE, {"student_id": student_id, "day": day}, values)
        told: dict[str, JsonValue] = {str(student_id): status for student_id, status in statuses.items()}
        note(connection, at, by, "note_attendance", class_name, {"day": day.isoformat(), "statuses": told})


def attendance_on(store: Store, class_name: str, day: date) -> Mapping[int, Attendance]:
    """What is noted of this day, by student of the class."""
    member = tables.roster_member.c
    who = _ATTENDANCE.c.student_id.in_(select(member.student_id).where(member.class_name == class_name))
    query = select(_ATTENDANCE.c.student_id, _ATTENDANCE.c.status).where(who, _ATTENDANCE.c.day == day)
    with store.read() as connection:
        return {row.student_id: row.status for row in connection.execute(query)}


def attendance_of(connection: Connection, who: ColumnElement[bool]) -> Mapping[int, DaysOfStudent]:
    """All days of each student; `who` chooses them by ``attendance.student_id``."""
    table = _ATTENDANCE.c
    found: dict[int, dict[date, Attendance]] = defaultdict(dict)
    query = select(table.student_id, table.day, table.status).where(who).order_by(table.day)
    for student_id, day, status in connection.execute(query):
        found[student_id][day] = status
    return found


def day_sources(part: MarkPart, days: DaysOfStudent) -> Iterator[MarkSource]:
    """Each day as the scheme counts it; days of which nothing was noted are none."""
    counts = {"present": Fraction(100), "late": Fraction(str(part.late)) * 100, "absent": Fraction(0)}
    for day, status in days.items():
        title = as_text(day.isoformat())
        is_excused = status == "excused"
        yield MarkSource(day.isoformat(), title, counts.get(status), is_excused, told=STATUS_NAMES[status])
