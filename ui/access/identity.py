"""Student and role of whoever asks, found once a request or run of a page, here and nowhere else."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from starlette.requests import HTTPConnection

from classroom import Store, Student, guest_of, is_session, owner_here
from ui.access.caller import Caller, caller_of
from ui.access.cookies import cookie_name, read_guest_token
from ui.access.key import Key, key_here
from ui.records import records_here

Role = Literal["student", "teacher"]
SHARED: Final = "LAB_SHARED"
"""The setting that says: this lab has an owner nowhere, as behind a proxy; everybody is a guest."""


@dataclass(frozen=True)
class Identity:
    """Who learns, and as what; `keeps_cookies` is False of a browser that will not be known again."""

    student: Student
    role: Role
    keeps_cookies: bool = True


def identify(caller: Caller, store: Store, key: Key, *, spare_token: Callable[[], str]) -> Identity:
    """Who this is: the owner at this computer, else the guest of this browser; and whether a teacher.

    `spare_token` gives what stands for a browser that has no cookie of ours.
    """
    role: Role = "teacher" if is_teacher(caller, store, key) else "student"
    if is_owner(caller):
        return Identity(owner_here(store), role)
    token = read_guest_token(caller.cookies.get(cookie_name("lab_guest", store)), store)
    return Identity(guest_of(store, token or spare_token()), role, token is not None)


def is_teacher(caller: Caller, store: Store, key: Key) -> bool:
    """Whether this is a teacher: by a session, or at the very computer that runs the lab.

    A key that the school has set is asked for everywhere.
    """
    token = caller.cookies.get(cookie_name("lab_teacher", store))
    if token and is_session(store, token, key.digest):
        return True
    return not key.is_set and is_owner(caller)


def is_owner(caller: Caller) -> bool:
    """Whether this is the owner of the computer, at the computer."""
    return caller.is_at_this_computer and not is_shared()


@cache
def is_shared() -> bool:
    """Whether nobody is the owner of this computer, even at it."""
    return bool(os.environ.get(SHARED, "").strip() or os.environ.get("LAB_PROXY", "").strip())


def is_asked_by_teacher(request: HTTPConnection) -> bool:
    """Whether a teacher asks a plain route."""
    return is_teacher(caller_of(request), records_here(), key_here())


def is_asked_by_owner(request: HTTPConnection) -> bool:
    """Whether the owner of the computer asks a plain route."""
    return is_owner(caller_of(request))
