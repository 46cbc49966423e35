"""Callers for tests of who is let in, and a lab whose key and counts are fresh."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit import config

from tests.ui.reader import own_record
from web.access import key as keys
from web.access import rate_limiter
from web.access.caller import Caller
from web.access.cookies import cookie_name
from web.records import records_here

AT_HOME = Caller(None, ("localhost:8501",), frozenset({"host", "user-agent"}))
EVERYWHERE = ".".join("0000")
ELSEWHERE = Caller("192.168.1.9", ("192.168.1.20:8501",), frozenset({"host", "user-agent"}))


@pytest.fixture(autouse=True)
def own_doors(tmp_path: Path) -> Iterator[None]:
    """A record, a key and a count of wrong tries of its own for each test."""
    with own_record(tmp_path), opened_at("127.0.0.1"):
        keys.forget()
        rate_limiter.forget()
        yield
        keys.forget()


@contextmanager
def opened_at(address: str) -> Iterator[None]:
    """A lab that listens at this address."""
    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        yield
    finally:
        config.set_option("server.address", before)


def with_cookie(caller: Caller, **cookies: str) -> Caller:
    """The caller with these cookies, by their names without the mark of the record."""
    named = {cookie_name(name, records_here()): value for name, value in cookies.items()}  # type: ignore[arg-type]
    return replace(caller, cookies=named)
