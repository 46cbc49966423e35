"""The streams of chance that the datasets use; simulations keep below these numbers."""

from typing import Final

from courseware.chance import stream

PEOPLE: Final = stream(90, 0, 0)
OPINIONS: Final = stream(90, 0, 1)
ACTIVITY: Final = stream(90, 0, 2)
CALLING: Final = stream(90, 0, 3)
DEALING: Final = stream(90, 0, 4)
FAILING: Final = stream(90, 0, 5)
LEAVING: Final = stream(90, 0, 6)


def order_stream(place: int) -> int:
    """The stream of every customer's order number `place`, counted from 0."""
    return stream(91, place, 0)


def call_stream(place: int) -> int:
    """The stream of every customer's service call number `place`, counted from 0."""
    return stream(92, place, 0)
