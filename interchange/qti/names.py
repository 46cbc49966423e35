"""Names for questions and their parts as QTI wants them: a letter first, and no two alike."""

import re
from collections.abc import Iterable
from typing import Final

_BAD: Final = re.compile(r"[^A-Za-z0-9_.-]")


def identifier(name: str, taken: Iterable[str] = ()) -> str:
    """`name` as an NCName of plain letters, digits, ``_``, ``-`` and ``.`` that is not taken yet.

    >>> identifier("sat.gap"), identifier("3 题"), identifier("sat.gap", ["sat.gap"])
    ('sat.gap', 'q_3__', 'sat.gap-2')
    """
    plain = _BAD.sub("_", name)
    if not plain or not (plain[0].isascii() and (plain[0].isalpha() or plain[0] == "_")):
        plain = f"q_{plain}"
    known, found, number = set(taken), plain, 1
    while found in known:
        number += 1
        found = f"{plain}-{number}"
    return found


def identifiers(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """An identifier for each name, no two alike, whatever the names are."""
    found: list[str] = []
    used = set(taken)
    for name in names:
        found.append(identifier(name, used))
        used.add(found[-1])
    return found
