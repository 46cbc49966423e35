"""Who may sit down at the desk: everybody at the teacher's own computer, elsewhere those with the key."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection

from ui.desk.key import Key, key_here

COOKIE: Final = "lab_desk"
_PASSED_ON: Final = (
    "forwarded",
    "x-forwarded",
    "x-real-",
    "x-original-",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-envoy-",
    "x-proxy",
    "true-client-ip",
    "cf-",
    "fastly-",
    "fly-",
    "via",
)
"""How the headers begin that are added by whoever passes a request on for somebody else."""


@dataclass(frozen=True)
class Knock:
    """Somebody at the door, as far as a request tells.

    `listens_at` is the address at which the lab was opened, `caller` the computer that asks (None
    for this one), `hosts` what it calls the lab, `headers` the names of all headers in lower case.
    """

    listens_at: str | None
    caller: str | None
    hosts: tuple[str, ...]
    headers: frozenset[str]
    cookie: str | None


def is_teacher(knock: Knock, key: Key) -> bool:
    """Whether this is the teacher: by the cookie, or at the computer of a lab that is open to it alone.

    A key that the school has set is asked for everywhere. A name other than this computer's own, even
    if it leads here, or a header of one who passes requests on, means that somebody else may be asking.
    """
    if knock.cookie is not None and key.opens(knock.cookie):
        return True
    return not key.is_set and is_at_home(knock)


def is_at_home(knock: Knock) -> bool:
    """Whether nobody but this computer can be asking."""
    return (
        _is_this_computer(knock.listens_at or "")
        and (knock.caller is None or _is_this_computer(knock.caller))
        and len(knock.hosts) == 1
        and _is_this_computer(_name(knock.hosts[0]))
        and not any(name.startswith(_PASSED_ON) for name in knock.headers)
    )


def is_asked_by_teacher(request: HTTPConnection) -> bool:
    """The same of a request to a plain route."""
    return is_teacher(
        Knock(
            listens_at=listens_at(),
            caller=request.client.host if request.client else "",
            hosts=tuple(request.headers.getlist("host")),
            headers=_lower(request.headers.keys()),
            cookie=request.cookies.get(COOKIE),
        ),
        key_here(),
    )


def is_teacher_here() -> bool:
    """The same of the reader of a Streamlit page, in each of its runs."""
    headers, cookies = st.context.headers, st.context.cookies
    return is_teacher(
        Knock(
            listens_at=listens_at(),
            caller=st.context.ip_address,
            hosts=tuple(headers.get_all("Host")),
            headers=_lower(headers),
            cookie=str(cookies[COOKIE]) if COOKIE in cookies else None,
        ),
        key_here(),
    )


def listens_at() -> str | None:
    """The address at which this lab was opened; None if it was opened to all."""
    address: str | None = st.get_option("server.address")
    return address


def _lower(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def _name(host: str) -> str:
    """The name in a Host header, without the port; empty if it is none.

    >>> _name("[::1]:8501"), _name("localhost"), _name("a@localhost"), _name("localhost:x")
    ('::1', 'localhost', '', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    is_bare = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    return parts.hostname or "" if is_bare else ""


def _is_this_computer(name: str) -> bool:
    """Whether a name or number means this computer wherever it is said.

    >>> [_is_this_computer(name) for name in ("localhost", "127.0.0.1", "::1", "127.1", "lab.local", "")]
    [True, True, True, False, False, False]
    """
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False
