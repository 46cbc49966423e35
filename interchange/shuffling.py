"""An order drawn by lot that is the same each time, for platforms that show things as they are written."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Thing = TypeVar("Thing")


def seeded_order(things: Sequence[Thing], purpose: str) -> list[Thing]:
    """`things` in an order that depends on `purpose` alone and is not their own if there are two or more.

    >>> seeded_order("ABC", "q1") == seeded_order("ABC", "q1") != list("ABC")
    True
    """
    draws = [sha256(f"{purpose}\x1f{index}".encode()).digest() for index in range(len(things))]
    order = sorted(range(len(things)), key=draws.__getitem__)
    if order == sorted(order):
        order = order[1:] + order[:1]
    return [things[index] for index in order]
