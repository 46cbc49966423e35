"""Two students of one class about whom every table that can holds a row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from classroom import Store, Student
from classroom.records import tables

CLASS, NUMBER, NAME = "营销 1 班", "2026-77", "欧阳震华"
WORDS: Final = "wholly my own sentence"
"""Stands wherever somebody may write something about the person or as the person."""


def fill(store: Store, student: int, name: str, number: str) -> None:
    """A row about this student in every table that can hold one."""
    rows = {**access(store, student), **work(store, student), **listed(store, student, name, number)}
    rows |= in_class(store, student, name)
    with store.write() as connection:
        for table, row in rows.items():
            connection.execute(tables.metadata.tables[table].insert().values(**row))


def access(store: Store, student: int) -> dict[str, Mapping[str, Any]]:
    """By what the student comes in."""
    at = store.clock()
    return {
        "device": {"student_id": student, "digest": f"d{student}", "first_at": at, "seen_at": at},
        "student_session": {"student_id": student, "digest": f"s{student}", "begun_at": at, "seen_at": at},
        "pin": {"student_id": student, "hash": f"hash{student}", "set_at": at},
        "pin_try": {
            "student_id": student,
            "digest": f"number{student}",
            "address_digest": f"address{student}",
            "is_forgiven": False,
            "at": at,
        },
    }


def work(store: Store, student: int) -> dict[str, Mapping[str, Any]]:
    """What the student has done, and what became of it."""
    at = store.clock()
    grade = {"score": 0.5, "parts": [], "feedback": {"en": WORDS, "zh": WORDS}, "advice": None}
    body = {"question": {"fields": [{"name": "answer", "kind": "text"}]}}
    mine: Mapping[str, Any] = {"student_id": student, "at": at}
    return {
        "setting": {"student_id": student, "language": "zh"},
        "place": {**mine, "lesson": "l", "step": "s"},
        "seen": {"student_id": student, "lesson": "l", "step": "s", "first_at": at},
        "draft": {**mine, "item": "i", "response": {"answer": WORDS}},
        "prediction": {**mine, "lesson": "l", "step": "s", "words": WORDS},
        "found_way": {"student_id": student, "lesson": "l", "step": "s", "way": "w", "first_at": at},
        "work_setting": {**mine, "lesson": "l", "step": "s", "values": {"reflection": WORDS}},
        "hint": {**mine, "item": "i", "group_number": 0, "number": 1},
        "variant": {
            "id": student, "student_id": student, "item": "i", "group_number": 0, "body": body,
            "wording": "w", "drawn_at": at,
        },
        "attempt": {
            **mine, "id": student, "variant_id": student, "item": "i", "group_number": 0, "try_number": 1,
            "response": {"answer": WORDS}, "response_digest": "x", "grade": grade, "score": 0.5, "rate": 1,
            "points": 0.5, "hint_cost": 0,
        },
        "assessment": {
            "attempt_id": student, "origin": "marker", "grade": grade, "score": 0.75, "points": 0.75,
            "by": "Ms Li", "why": WORDS, "at": at, "is_current": True,
        },
        "mark_entry": {
            **mine, "part": "final", "value": 81.0, "is_excused": False, "why": WORDS, "by": "Ms Li"
        },
        "attendance": {**mine, "day": at.date(), "status": "late", "by": "Ms Li"},
        "extension": {**mine, "assignment_id": 1, "why": WORDS, "by": "Ms Li"},
        "sitting": {
            "student_id": student, "assignment_id": 1, "items": ["i"], "begun_at": at, "ends_at": at
        },
        "peer_member": {"round_id": 1, "student_id": student, "group_name": "A"},
    }  # fmt: skip


def listed(store: Store, student: int, name: str, number: str) -> dict[str, Mapping[str, Any]]:
    """Where the student's name stands in lists."""
    at = store.clock()
    return {
        "entry_request": {"class_id": 1, "number": number, "name": name, "at": at},
        "roster_member": {
            "id": student,
            "class_name": CLASS,
            "number": number,
            "name": name,
            "place": student,
            "student_id": student,
        },
        "roster_call": {"member_id": student, "at": at, "is_undone": False},
        "roster_absence": {"member_id": student, "day": at.date()},
    }


def in_class(store: Store, student: int, name: str) -> dict[str, Mapping[str, Any]]:
    """What the student did in a live class."""
    at = store.clock()
    mine: Mapping[str, Any] = {"student_id": student, "at": at}
    return {
        "live_seat": {**mine, "room_id": 1, "name": name, "team": ""},
        "live_vote": {**mine, "id": student, "poll_id": 1, "number": 1, "value": WORDS},
        "live_approval": {"vote_id": student, "is_shown": True, "by": "Ms Li", "at": at},
        "live_question": {**mine, "id": student, "room_id": 1, "text": WORDS},
        "live_question_vote": {**mine, "question_id": student},
        "live_presence": {**mine, "check_id": 1, "status": "late"},
        "performance": {
            **mine,
            "lesson": "l",
            "kind": "asked",
            "points": 1.0,
            "why": WORDS,
            "by": "Ms Li",
        },
    }


def open_room(connection: Connection, at: datetime) -> None:
    """A room of the live class with a poll and a roll call."""
    room: Mapping[str, Any] = {
        "id": 1, "presenter": "", "lesson": "l", "class_name": CLASS, "code": "12345", "allows_guests": True,
        "version": 1, "opened_at": at,
    }  # fmt: skip
    poll = {"id": 1, "room_id": 1, "slide": "s", "round": 1, "body": {}, "opened_at": at}
    check = {"id": 1, "room_id": 1, "class_name": CLASS, "secret": "x", "opened_at": at, "late_from": at}
    connection.execute(tables.live_room.insert().values(**room))
    connection.execute(tables.live_poll.insert().values(**poll))
    connection.execute(tables.live_check.insert().values(**check))


def class_of_two(store: Store) -> tuple[Student, Student]:
    """Two students of one class with a row everywhere, who have rated each other."""
    at = store.clock()
    with store.write() as connection:
        connection.execute(tables.school_class.insert().values(id=1, name=CLASS, code="abc", made_at=at))
        connection.execute(
            tables.assignment.insert().values(id=1, class_id=1, mode="exam", body={}, by="Ms Li", at=at)
        )
        connection.execute(
            tables.peer_round.insert().values(id=1, class_id=1, body={}, by="Ms Li", opened_at=at)
        )
        open_room(connection, at)
    one, other = store.enrol(NAME, CLASS, NUMBER), store.enrol("Chen Jie", CLASS, "2026-78")
    fill(store, one.id, NAME, NUMBER)
    fill(store, other.id, "Chen Jie", "2026-78")
    with store.write() as connection:
        for rater, rated in ((one, other), (other, one)):
            said = {"work": 4, "said": WORDS}
            values = {"round_id": 1, "rater": str(rater.id), "rated": str(rated.id), "value": said, "at": at}
            connection.execute(tables.peer_rating.insert().values(**values))
    return one, other
