"""Student and role of whoever asks, found once a request or run of a page, here and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from starlette.requests import HTTPConnection

from classroom import Store, Student, guest_of, is_session, owner_here, owner_of
from web.access.caller import Caller, caller_of, is_this_computer
from web.access.cookies import cookie_name, read_guest_token
from web.access.key import Key, key_here
from web.records import records_here
from web.settings import settings_here

Role = Literal["student", "teacher"]


@dataclass(frozen=True)
class Identity:
    """Who learns, and as what; `keeps_cookies` is False of a browser that will not be known again."""

    student: Student
    role: Role
    keeps_cookies: bool = True


def identify(caller: Caller, store: Store, key: Key, *, spare_token: Callable[[], str]) -> Identity:
    """Who this is, and whether a teacher.

    In a lab that is open to its own computer alone it is the owner. In one that others can reach it is the
    guest of this browser; at the computer itself, the browser that was the owner's before still is.
    `spare_token` gives what stands for a browser that has no cookie of ours.
    """
    role: Role = "teacher" if is_teacher(caller, store, key) else "student"
    token = read_guest_token(caller.cookies.get(cookie_name("lab_guest", store)), store)
    if is_at_home(caller):
        return Identity(owner_here(store, token), role)
    if token and is_here(caller) and (owner := owner_of(store, token)):
        return Identity(owner, role)
    return Identity(guest_of(store, token or spare_token()), role, token is not None)


def is_teacher(caller: Caller, store: Store, key: Key) -> bool:
    """Whether this is a teacher: by a session, or at the computer of a lab that is open to it alone.

    A key that the school has set is asked for everywhere.
    """
    token = caller.cookies.get(cookie_name("lab_teacher", store))
    if token and is_session(store, token, key.digest):
        return True
    return not key.is_set and is_at_home(caller)


def is_at_home(caller: Caller) -> bool:
    """Whether nobody but the owner of the computer can be asking: the lab is open to it alone."""
    return is_this_computer(listens_at() or "") and is_here(caller)


def is_here(caller: Caller) -> bool:
    """Whether somebody asks at the very computer that runs the lab."""
    return caller.is_at_this_computer and not settings_here().is_shared


def listens_at() -> str | None:
    """The address at which this lab was opened; None if it was opened to all."""
    address: str | None = st.get_option("server.address")
    return address


def is_asked_by_teacher(request: HTTPConnection) -> bool:
    """Whether a teacher asks a plain route."""
    return is_teacher(caller_of(request), records_here(), key_here())
