"""An event loop that is woken once for many messages: a page sends thirty, a class sends thousands."""

import asyncio


class OnceWokenLoop(asyncio.SelectorEventLoop):
    """A selector loop that writes to its wake-up socket only if nobody has since it last looked.

    Streamlit hands over each element of a page from another thread. Each time, asyncio writes one
    byte to wake the loop, and the write lets every other thread run before the page goes on. One
    byte is enough: the loop, once awake, takes all that was handed over.
    """

    _is_woken = False

    def _write_to_self(self) -> None:
        if not self._is_woken:
            self._is_woken = True
            super()._write_to_self()  # type: ignore[misc]

    def _read_from_self(self) -> None:
        super()._read_from_self()  # type: ignore[misc]
        # Only now: who came while we read stands in the queue, which is looked at before the next sleep.
        self._is_woken = False


def new_loop() -> asyncio.AbstractEventLoop:
    """A loop for the server to run in."""
    return OnceWokenLoop()
