"""The cookies of a class that has signed in: one student for each seat."""

from datetime import UTC, datetime
from typing import Final

from classroom import open_store
from classroom.classes import students_of
from classroom.sign_in.sessions import sign_in
from tests.browser.server import Lab
from tests.classroom.school import make_class
from web.access.cookies import cookie_name
from web.settings import SEATS, SEATS_PER_ADDRESS

SCHOOL: Final = {"LAB_SHARED": "1", "LAB_CLASS": "1", SEATS: "500", SEATS_PER_ADDRESS: "500"}
"""A lab in which nobody is at home; all seats of the class are at one address."""


def signed_in(lab: Lab, students: int) -> list[str]:
    """What each student's browser sends."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    of = make_class(store, "CRM 1", [(f"24{n:03}", f"Student {n}") for n in range(students)])
    name = cookie_name("lab_student", store)
    cookies = [f"{name}={sign_in(store, one)}" for one in students_of(store, of)]
    store.close()
    return cookies
