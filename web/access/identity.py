"""Student and role of whoever asks, found once a request or run of a page, here and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st
from starlette.requests import HTTPConnection

from classroom import Store, Student, guest_of, owner_here, owner_of
from classroom.sign_in.sessions import signed_in_student
from classroom.staff import INSTRUCTOR, StaffRole
from classroom.teacher_sessions import StaffSession, staff_session
from courseware.problem import ReaderError
from courseware.text import Text
from web.access.caller import Caller, caller_of, is_this_computer
from web.access.cookies import cookie_name, read_guest_token
from web.access.key import Key, key_here
from web.records import records_here
from web.settings import settings_here

Role = Literal["student"] | StaffRole
"""A student; an assistant, who marks and sees marks; an instructor, who may do everything."""


@dataclass(frozen=True)
class Identity:
    """Who learns, and as what; `actor` is the name under which somebody teaches.

    `keeps_cookies` is False of a browser that will not be known again.
    """

    student: Student
    role: Role
    keeps_cookies: bool = True
    actor: str = INSTRUCTOR


def identify(caller: Caller, store: Store, key: Key, *, spare_token: Callable[[], str]) -> Identity:
    """Who this is, and whether a teacher.

    In a lab that is open to its own computer alone it is the owner. In one that others can reach it is the
    student who has signed in, else the guest of this browser; at the computer itself, the browser that was
    the owner's before still is. `spare_token` gives what stands for a browser that has no cookie of ours.
    """
    staff = staff_of(caller, store, key)
    role: Role = staff.role if staff is not None else "student"
    actor = staff.actor if staff is not None else INSTRUCTOR
    token = read_guest_token(caller.cookies.get(cookie_name("lab_guest", store)), store)
    if is_at_home(caller):
        return Identity(owner_here(store, token), role, actor=actor)
    if (student := student_of(caller, store)) is not None:
        return Identity(student, role, actor=actor)
    if token and is_here(caller) and (owner := owner_of(store, token)):
        return Identity(owner, role, actor=actor)
    return Identity(guest_of(store, token or spare_token()), role, token is not None, actor)


def student_of(caller: Caller, store: Store) -> Student | None:
    """The student who has signed in to a class in this browser, and is still there."""
    token = caller.cookies.get(cookie_name("lab_student", store))
    return signed_in_student(store, token) if token else None


def staff_of(caller: Caller, store: Store, key: Key) -> StaffSession | None:
    """As what somebody may teach: by a session, or at the computer of a lab that is open to it alone.

    A key that the school has set is asked for everywhere. None of everybody else.
    """
    token = caller.cookies.get(cookie_name("lab_teacher", store))
    if token and (session := staff_session(store, token, key.digest)) is not None:
        return session
    return StaffSession("instructor") if not key.is_set and is_at_home(caller) else None


def is_teacher(caller: Caller, store: Store, key: Key) -> bool:
    """Whether this is a teacher, be it an assistant."""
    return staff_of(caller, store, key) is not None


def is_at_home(caller: Caller) -> bool:
    """Whether nobody but the owner of the computer can be asking: the lab is open to it alone."""
    return is_this_computer(listens_at() or "") and is_here(caller)


def is_here(caller: Caller) -> bool:
    """Whether somebody asks at the very computer that runs the lab."""
    return caller.is_at_this_computer and not settings_here().is_shared


def is_for_others() -> bool:
    """Whether another computer can reach the lab at all, by itself or through a proxy."""
    return settings_here().is_shared or not is_this_computer(listens_at() or "")


def listens_at() -> str | None:
    """The address at which this lab was opened; None if it was opened to all."""
    address: str | None = st.get_option("server.address")
    return address


def role_of(request: HTTPConnection) -> Role:
    """As what somebody asks a plain route."""
    staff = staff_of(caller_of(request), records_here(), key_here())
    return staff.role if staff is not None else "student"


def identity_of(request: HTTPConnection) -> Identity:
    """Who asks a plain route for what is theirs; a ReaderError if the browser is not known to the lab."""
    return identify(caller_of(request), records_here(), key_here(), spare_token=_unknown)


def _unknown() -> str:
    """A page is kept open for a browser without our cookie; a plain address cannot tell whose it is."""
    raise ReaderError(_NO_COOKIE)


_NO_COOKIE: Final = Text(
    en="This browser does not keep the lab's cookie, so the lab cannot tell whose work is asked for. "
    "Allow cookies for this address, open the lab's home page, then come back.",
    zh="这个浏览器没有保留实验室的 Cookie，无法确认是谁的学习记录。"
    "请允许本网址使用 Cookie，打开实验室首页后再来。",
)


def is_asked_by_teacher(request: HTTPConnection) -> bool:
    """Whether a teacher asks a plain route."""
    return role_of(request) != "student"
