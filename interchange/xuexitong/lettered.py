"""Options that were typed with their letters before them: A. Price, B. Service."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import normalize

from interchange.xuexitong.layout import BETWEEN, LETTERS

_LETTER: Final = re.compile(r"\(?([A-Za-z])(?:[.、:)．：）]|\s{1,9}(?=\S))\s{0,9}")


def without_letters(options: Sequence[str]) -> list[str] | None:
    """The options without their letters, if each begins with its own and says more; None if one does not.

    An option in two languages has its letter before both.

    >>> without_letters(["A. price", "B、service"])
    ['price', 'service']
    >>> without_letters(["A. price", "C. service"]) is None
    True
    """
    bare = [_bare(option, letter) for option, letter in zip(options, LETTERS, strict=False)]
    kept = [option for option in bare if option]
    return kept if len(kept) == len(options) > 1 else None


def _bare(option: str, letter: str) -> str | None:
    sides = []
    for side in option.split(BETWEEN):
        found = _LETTER.match(_signs(side))
        if found is None or found[1].upper() != letter or not side[found.end() :].strip():
            return None
        sides.append(side[found.end() :])
    return BETWEEN.join(sides)


def _signs(text: str) -> str:
    """The first signs of a text in their usual width, one for one."""
    return "".join(one if len(one := normalize("NFKC", sign)) == 1 else sign for sign in text[:24])
