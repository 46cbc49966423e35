"""Seats of a room: one for each student, whichever phone they hold, kept while the phone is locked."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select, update

from classroom.live.rooms import LiveRoom, touch_room
from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store
from classroom.records.student import NO_NAME, Student
from classroom.records.upsert import upsert
from courseware.problem import ReaderError
from courseware.text import Text

MOST_SEATS: Final = 1000
"""Of one room; a hall of 500 has room twice over."""
MOST_LETTERS: Final = 24
"""Of a name that a guest gives: as many as fit beside a vote."""
FULL: Final = Text(
    en="This room has all the {most} seats that it can have. Please tell your teacher.",
    zh="这个课堂的 {most} 个座位已经坐满，请告诉老师。",
)
NOT_ALLOWED: Final = Text(
    en="This room is for the students of its class. Sign in with class code, number and name first.",
    zh="这个课堂只对本班学生开放，请先用班级码、学号和姓名登录。",
)
_SEAT = tables.live_seat


@dataclass(frozen=True)
class LiveSeat:
    """Who sits where: the student in the record, and the name that the hall may show."""

    room_id: int
    student_id: int
    name: str
    team: str = ""


def take_seat(store: Store, room: LiveRoom, student: Student, name: str = "", team: str = "") -> LiveSeat:
    """The student's seat, as it was or new. A ReaderError says why there is none.

    Who has signed in to the room's class sits under the name of its list; everybody else needs a name of
    their own, where the room allows guests.
    """
    known = seat_of(store, room, student)
    shown = _name(room, student, name or (known.name if known else ""))
    side = one_line(team)[:MOST_LETTERS].strip() or (known.team if known else "")
    seat = LiveSeat(room.id, student.id, shown, side)
    if seat == known:
        return seat
    with store.write() as connection:
        if known is None and _count(connection, room) >= MOST_SEATS:
            raise ReaderError(FULL.fill({"most": MOST_SEATS}))
        key = {"room_id": room.id, "student_id": student.id}
        if known is None:
            upsert(connection, _SEAT, key, {"name": shown, "team": side, "at": store.clock()})
        else:  # since when they sit there stays
            connection.execute(update(_SEAT).filter_by(**key).values(name=shown, team=side))
        touch_room(connection, room.id)
    return seat


def seat_of(store: Store, room: LiveRoom, student: Student) -> LiveSeat | None:
    """The student's seat in this room, if they have one."""
    mine = _SEAT.c.room_id == room.id, _SEAT.c.student_id == student.id
    with store.read() as connection:
        row = connection.execute(select(*_COLUMNS).where(*mine)).first()
    return LiveSeat(*row) if row is not None else None


def seats_of(store: Store, room: LiveRoom) -> tuple[LiveSeat, ...]:
    """All seats that are taken, in the order in which they were."""
    query = select(*_COLUMNS).where(_SEAT.c.room_id == room.id).order_by(_SEAT.c.at, _SEAT.c.student_id)
    with store.read() as connection:
        return tuple(LiveSeat(*row) for row in connection.execute(query))


def count_seats(connection: Connection, room_id: int) -> int:
    """How many seats are taken."""
    query = select(func.count()).select_from(_SEAT).where(_SEAT.c.room_id == room_id)
    return connection.scalar(query) or 0


def is_of_class(room: LiveRoom, student: Student) -> bool:
    """Whether the student has signed in to the class that the room is for."""
    return bool(room.class_name) and student.kind == "enrolled" and student.class_name == room.class_name


def _count(connection: Connection, room: LiveRoom) -> int:
    return count_seats(connection, room.id)


def _name(room: LiveRoom, student: Student, given: str) -> str:
    if is_of_class(room, student):
        return student.name[: tables.NAME]
    if not room.allows_guests:
        raise ReaderError(NOT_ALLOWED)
    said = one_line(given or student.name)[:MOST_LETTERS].strip()
    if not any(letter.isprintable() for letter in said):  # what joins letters is none itself
        raise ReaderError(NO_NAME)
    return said


_COLUMNS: Final = (_SEAT.c.room_id, _SEAT.c.student_id, _SEAT.c.name, _SEAT.c.team)
