"""The record that this lab writes in, opened once for everybody."""

import os
from datetime import UTC, datetime
from functools import cache
from threading import Lock

from classroom import Store, address_in, open_store

_LOCK = Lock()


def records_here() -> Store:
    """The open record, at the address that the environment names; a ReaderError if it cannot be used."""
    with _LOCK:
        return _open()


@cache
def _open() -> Store:
    return open_store(address_in(os.environ), lambda: datetime.now(UTC))


def forget() -> None:
    """Closes the record, so that the next page opens the one that the environment names then."""
    with _LOCK:
        if _open.cache_info().currsize:
            _open().close()
        _open.cache_clear()
