"""Who the customers are: gender, age, when they joined, and where in each pool their words stand."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from courseware.chance import uniforms
from courseware.text import Text
from datasets.streams import PEOPLE

SURVEY_DAY: Final = np.datetime64("2025-12-31", "D")
"""The day on which every customer was asked; "the past 12 months" end with it."""
OPENED: Final = np.datetime64("2016-01-01", "D")
"""The day on which the firm opened its customer accounts."""
BIRTH_YEARS: Final = (1962, 2000)
ADULT: Final = 18
FEMALE_SHARE: Final = 0.52

GENDERS: Final = {"female": Text(en="female", zh="女"), "male": Text(en="male", zh="男")}
SEGMENTS: Final = {
    "bargain": Text(en="watches the price", zh="看重价格"),
    "convenience": Text(en="wants it easy", zh="图方便"),
    "quality": Text(en="wants the best", zh="讲究品质"),
    "relationship": Text(en="likes to be known", zh="看重情分"),
}
SEGMENT_SHARES: Final = (0.30, 0.30, 0.22, 0.18)


@dataclass(frozen=True)
class CustomerTraits:
    """Customers `start` up to `stop` before words are chosen; each array holds one value a customer."""

    id: NDArray[np.int64]
    female: NDArray[np.bool_]
    birth_year: NDArray[np.int64]
    joined_on: NDArray[np.datetime64]
    segment: NDArray[np.int8]
    """The place of the segment in SEGMENTS."""
    luck: NDArray[np.float64]
    """Uniform numbers for given name, family name, city and occupation, one row a customer."""


def draw_people(seed: int, start: int, stop: int) -> CustomerTraits:
    """The customers with ids `start + 1` up to `stop`."""
    u = uniforms(seed, PEOPLE, start, stop, 8)
    first, last = BIRTH_YEARS
    birth_year = first + (u[:, 5] * (last - first + 1)).astype(np.int64)
    return CustomerTraits(
        id=np.arange(start + 1, stop + 1, dtype=np.int64),
        female=u[:, 0] < FEMALE_SHARE,
        birth_year=birth_year,
        joined_on=_joined_on(birth_year, u[:, 6]),
        segment=np.searchsorted(np.cumsum(SEGMENT_SHARES)[:-1], u[:, 7], side="right").astype(np.int8),
        luck=u[:, 1:5],
    )


def _joined_on(birth_year: NDArray[np.int64], u: NDArray[np.float64]) -> NDArray[np.datetime64]:
    """A day from coming of age on, later days a little likelier, as the firm grew."""
    adult = (birth_year + ADULT + 1 - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    earliest = np.maximum(adult, OPENED)
    days = (SURVEY_DAY - earliest).astype(np.int64) + 1
    return np.asarray(earliest + (np.sqrt(u) * days).astype(np.int64))
