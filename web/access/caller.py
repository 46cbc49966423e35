"""Somebody who asks, as far as a request tells: from where, by which name of the lab, with which cookies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection

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
_SPOKEN_BY_PROXIES: Final = "1.0"
"""No browser of today speaks HTTP/1.0; nginx does to the server behind it unless it is told otherwise."""


@dataclass(frozen=True)
class Caller:
    """`address` is the computer that asks (None for this one), `hosts` what it calls the lab, `headers` the
    names of all headers in lower case."""

    address: str | None
    hosts: tuple[str, ...]
    headers: frozenset[str] = frozenset()
    cookies: Mapping[str, str] = field(default_factory=dict)
    http_version: str = "1.1"

    @property
    def is_at_this_computer(self) -> bool:
        """Whether nobody but this computer can be asking.

        A name other than this computer's own, even if it leads here, or a header of one who passes
        requests on, means that somebody else may be.
        """
        return (
            (self.address is None or is_this_computer(self.address))
            and len(self.hosts) == 1
            and is_this_computer(host_name(self.hosts[0]))
            and not any(name.startswith(_PASSED_ON) for name in self.headers)
            and self.http_version != _SPOKEN_BY_PROXIES
        )


def caller_of(request: HTTPConnection) -> Caller:
    """Who asks a plain route."""
    return Caller(
        address=request.client.host if request.client else "",
        hosts=tuple(request.headers.getlist("host")),
        headers=_lower(request.headers.keys()),
        cookies=request.cookies,
        http_version=str(request.scope.get("http_version", "1.1")),
    )


def caller_here() -> Caller:
    """Who reads this Streamlit page, by the request that opened its connection."""
    headers = st.context.headers
    return Caller(
        address=st.context.ip_address,
        hosts=tuple(headers.get_all("Host")),
        headers=_lower(headers),
        cookies={name: str(value) for name, value in st.context.cookies.items()},
    )


def _lower(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def host_name(host: str) -> str:
    """The name in a Host header, without the port; empty if it is none.

    >>> host_name("[::1]:8501"), host_name("localhost"), host_name("a@localhost"), host_name("localhost:x")
    ('::1', 'localhost', '', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    is_bare = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    return parts.hostname or "" if is_bare else ""


def is_this_computer(name: str) -> bool:
    """Whether a name or number means this computer wherever it is said.

    >>> [is_this_computer(name) for name in ("localhost", "127.0.0.1", "::1", "127.1", "lab.local", "")]
    [True, True, True, False, False, False]
    """
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False
