"""What the customers are called and how they are reached, in words that belong to nobody.

Telephone numbers cannot ring anywhere. In the United States 555-0100 to 555-0199 are set aside for fiction
in every area code (North American Numbering Plan). In China a subscriber's number begins with 2 to 8 and 0 is
the prefix of long-distance calls (电信网编号计划 2017 年版, 工信部信管〔2017〕68号), so a number whose local
part begins with 0 is nobody's. E-mail ends in a domain that RFC 2606 reserves for examples.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.locales import Locale
from datasets.people import CustomerTraits
from datasets.pool import Pool, pool

DOMAINS: Final = ("@example.com", "@example.net", "@example.org")
AREAS: Final = tuple(
    f"{first}{second}{third}"
    for first in range(2, 10)
    for second in range(9)
    for third in range(10)
    if (second, third) != (1, 1)
)
"""Three digits that the North American plan allows as an area code."""
LINES: Final = 100
STRIDE: Final = 6_180_339
"""Shares no factor with the count of numbers, so that none repeats before all are used."""


def numbers(ids: NDArray[np.int64]) -> pa.Array:
    """The customer numbers, such as C-000001."""
    return _joined("C-", _padded(ids, 6))


def read_number(said: str) -> str | None:
    """The customer number that somebody means, however it is typed; None of what is no number.

    >>> read_number("c-000017"), read_number("Ｃ－１７"), read_number("17"), read_number("Chen")
    ('C-000017', 'C-000017', 'C-000017', None)
    """
    found = re.fullmatch(r"(?:C-?)?([0-9]{1,9})", unicodedata.normalize("NFKC", said).strip().upper())
    return f"C-{int(found[1]):06d}" if found else None


def numbered(letter: str, ids: NDArray[np.int64]) -> pa.Array:
    """The numbers of things that the customers `ids`, in order, have many of, such as O-000123-01."""
    place = np.arange(len(ids)) - np.searchsorted(ids, ids) + 1
    return _joined(f"{letter}-", _padded(ids, 6), "-", _padded(place, 2))


def contacts(seed: int, locale: Locale, people: CustomerTraits) -> dict[str, pa.Array]:
    """The columns `name`, `city`, `phone`, `email` and `occupation` of these people."""
    given, given_spelling = _given(locale, people)
    family_pool, city_pool = pool(locale, "family"), pool(locale, "city")
    family = pa.array(family_pool.draw(people.luck[:, 1]))
    city = city_pool.draw(people.luck[:, 2])
    work = pool(locale, "occupation")
    family_words, family_spelling = family_pool.words.take(family), family_pool.spellings.take(family)
    return {
        "name": _NAMES[locale](given, family_words),
        "city": _coded(city, city_pool.words),
        "phone": _PHONES[locale](_line(seed, locale, people.id), city),
        "email": _email(locale, given_spelling, family_spelling, people.id),
        "occupation": _coded(work.draw(people.luck[:, 3]), work.words),
    }


def _given(locale: Locale, people: CustomerTraits) -> tuple[pa.Array, pa.Array]:
    """Given names and their spellings from the pool of each customer's gender."""
    women, men = pool(locale, "given_female"), pool(locale, "given_male")
    u = people.luck[:, 0]
    places = pa.array(np.where(people.female, women.draw(u), men.draw(u) + len(women.words)))
    both = _both(women, men)
    return both[0].take(places), both[1].take(places)


def _both(women: Pool, men: Pool) -> tuple[pa.Array, pa.Array]:
    return pa.concat_arrays([women.words, men.words]), pa.concat_arrays([women.spellings, men.spellings])


def _email(locale: Locale, given: pa.Array, family: pa.Array, ids: NDArray[np.int64]) -> pa.Array:
    first, second = (given, family) if locale == "en_US" else (family, given)
    domain = pa.array(DOMAINS).take(pa.array(ids % len(DOMAINS)))
    return _joined(first, "." if locale == "en_US" else "", second, pa.array(ids).cast(pa.string()), domain)


def _line(seed: int, locale: Locale, ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which of the locale's numbers each customer has; none twice until all are used."""
    count = len(AREAS) * LINES if locale == "en_US" else 10**7
    return (ids % count * STRIDE + seed % count) % count


@cache
def _american_numbers() -> pa.Array:
    return pa.array([f"({area}) 555-{line:04d}" for area in AREAS for line in range(LINES, 2 * LINES)])


def _american_phone(line: NDArray[np.int64], city: NDArray[np.int16]) -> pa.Array:
    del city  # towns that do not exist have no area code
    return _coded(line.astype(np.int32), _american_numbers())


def _chinese_phone(line: NDArray[np.int64], city: NDArray[np.int16]) -> pa.Array:
    trunk = pool("zh_CN", "city").spellings.take(pa.array(city))
    return _joined(trunk, "-0", _padded(line, 7))


_NAMES: Final[Mapping[Locale, Callable[[pa.Array, pa.Array], pa.Array]]] = {
    "en_US": lambda given, family: _joined(given, " ", family),
    "zh_CN": lambda given, family: _joined(family, given),
}
_PHONES: Final = {"en_US": _american_phone, "zh_CN": _chinese_phone}


def _coded(places: NDArray[np.integer], words: pa.Array) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places), words)


def _padded(values: NDArray[np.int64], width: int) -> pa.Array:
    return pc.utf8_lpad(pa.array(values).cast(pa.string()), width, "0")


def _joined(*parts: pa.Array | str) -> pa.Array:
    return pc.binary_join_element_wise(*parts, "")
