"""What has been done in this window of all that keys ask for: the number up to which it has."""

from typing import Final

from ui.session import SessionKey

_DONE: Final = SessionKey("present:done", 0)


def done_here() -> int:
    """The number of what was last done in this window."""
    return _DONE.get()


def regard_as_done(number: int) -> None:
    """Nothing up to this number is done in this window any more."""
    _DONE.set(max(done_here(), number))
