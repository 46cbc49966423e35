"""Who is called next, and who works with whom: fair, and by chance that can be repeated."""

from collections.abc import Mapping, Sequence
from math import ceil

from courseware.chance import uniforms


def next_called(present: Sequence[int], calls: Mapping[int, int], last: int | None, seed: int) -> int | None:
    """Whom to call of those who are present: whoever was called least; chance decides between equals.

    Whoever was called last is not called again as long as there is somebody else to choose. None if
    nobody is present.

    >>> next_called([1, 2, 3], {1: 1, 2: 0, 3: 1}, last=None, seed=5)
    2
    """
    if not present:
        return None
    least = min(calls.get(one, 0) for one in present)
    equal = sorted(one for one in present if calls.get(one, 0) == least)
    others = [one for one in equal if one != last] or equal
    return shuffled(others, seed)[0]


def groups_of(present: Sequence[int], size: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """Everybody who is present, in groups of `size` or one fewer; nobody is left alone.

    Sizes differ by at most one. Where the last one would be alone there is one group fewer, and some
    have `size` + 1. A ValueError if a group is to have nobody in it.

    >>> [len(group) for group in groups_of(range(10), 4, seed=1)]
    [4, 3, 3]
    >>> [len(group) for group in groups_of(range(5), 2, seed=1)]
    [3, 2]
    """
    if size < 1:
        raise ValueError(f"a group has somebody in it, not {size}")
    number = ceil(len(present) / size)
    if size > 1 and number > 1 and len(present) // number == 1:
        number -= 1
    mixed = shuffled(present, seed)
    return tuple(tuple(mixed[place::number]) for place in range(number))


def shuffled(those: Sequence[int], seed: int) -> list[int]:
    """The same in an order that only the seed decides, however they came."""
    in_order = sorted(those)
    luck = uniforms(seed, 0, 0, len(in_order))[:, 0]
    return [in_order[place] for place in luck.argsort(kind="stable")]
