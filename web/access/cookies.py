"""The cookies by which browsers are known: their names, what is in them, how they are set."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Final, Literal

from itsdangerous import BadSignature, Signer
from starlette.responses import Response

from classroom import GUESTS_KEPT_FOR, Store
from classroom.sign_in.sessions import SIGNED_IN_FOR
from classroom.teacher_sessions import SESSION_KEPT_FOR

Cookie = Literal["lab_guest", "lab_student", "lab_teacher"]
_RULES: Final[Mapping[Cookie, tuple[timedelta, Literal["lax", "strict"]]]] = {
    "lab_guest": (GUESTS_KEPT_FOR, "lax"),
    "lab_student": (SIGNED_IN_FOR, "lax"),
    "lab_teacher": (SESSION_KEPT_FOR, "strict"),
}
_LONGEST: Final = 200
"""Letters; what is longer is none of ours."""
_MARK: Final = 8
"""Letters of the mark in a cookie's name."""

LANGUAGE: Final = "lab_language"
"""The language that this browser was last used in; the page sets it."""


def cookie_name(cookie: Cookie, store: Store) -> str:
    """The name of a cookie, which differs between records.

    Browsers send a cookie to every port of a computer: two labs on one would else undo each other's.
    """
    mark = hashlib.sha256(b"cookies of " + store.secret).hexdigest()[:_MARK]
    return f"{cookie}_{mark}"


def new_guest_token(store: Store) -> str:
    """A random secret for one browser, signed, so that nobody can choose one.

    It says nothing about anybody; only the record knows whose it is.
    """
    return _signer(store).sign(secrets.token_urlsafe(24)).decode()


def read_guest_token(given: str | None, store: Store) -> str | None:
    """The token if this lab has given it out; None for one that is missing, cut, made up or another lab's."""
    if not given or len(given) > _LONGEST:
        return None
    try:
        _signer(store).unsign(given.encode("utf-8", "replace"))
    except BadSignature:
        return None
    return given


def set_cookie(
    answer: Response,
    cookie: Cookie,
    token: str,
    store: Store,
    *,
    is_secure: bool,
    until_closed: bool = False,
) -> None:
    """Has the browser keep a token as long as the record knows it; no script can read it.

    Those of guests and students are lax, so that a link in a message leads to the own work; a teacher's is
    strict, so that no other site can make use of it. `until_closed` is for computers that others use too.
    """
    kept_for, same_site = _RULES[cookie]
    answer.set_cookie(
        cookie_name(cookie, store),
        token,
        max_age=None if until_closed else int(kept_for.total_seconds()),
        httponly=True,
        samesite=same_site,
        secure=is_secure,
    )


def drop_cookie(answer: Response, cookie: Cookie, store: Store) -> None:
    """Has the browser forget a session."""
    answer.delete_cookie(cookie_name(cookie, store), httponly=True, samesite=_RULES[cookie][1])


def _signer(store: Store) -> Signer:
    return Signer(store.secret, salt="guest cookie", digest_method=hashlib.sha256)
