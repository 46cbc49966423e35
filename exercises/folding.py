"""When two ways to write a word are one: width, case, blanks and the marks at the end do not count."""

import re
from typing import Final
from unicodedata import category, normalize

_ALIKE: Final = str.maketrans("‘’“”‐‒–—−", "''\"\"-----")
"""Quotes and dashes, of which a phone chooses one and a keyboard another."""
_END: Final = ".。,，、;；:：!！?？…"
_BESIDE: Final = re.compile(r"(?<=[\u2e80-\u9fff]) | (?=[\u2e80-\u9fff])")
"""A blank beside a Chinese character, which parts no words."""

LEAST_LETTERS: Final = 5
"""Of fewer letters another word is as near as a slip of the finger."""


def folded(words: str, *, case_counts: bool) -> str:
    """The words as they are compared; traditional and simplified characters stay two.

    >>> folded(" ＣＲＭ　系统。", case_counts=False), folded("Customer  care!", case_counts=True)
    ('crm系统', 'Customer care')
    """
    seen = "".join(one for one in normalize("NFKC", words) if category(one) != "Cf").translate(_ALIKE)
    plain = _BESIDE.sub("", " ".join(seen.split()).rstrip(_END + " "))
    return plain if case_counts else normalize("NFKC", plain.casefold())


def is_slip(words: str, right: str) -> bool:
    """Whether folded words miss right ones, not too short, by a letter too many, missing, other or swapped.

    A digit is no letter: another number is another answer.

    >>> is_slip("expectatoin", "expectation"), is_slip("loyal", "royal"), is_slip("2015", "2016")
    (True, True, False)
    """
    if words == right or len(right) < LEAST_LETTERS or abs(len(words) - len(right)) > 1:
        return False
    one, other = words, right
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    is_one = max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
    return is_one and not any(letter.isdigit() for letter in one + other)
