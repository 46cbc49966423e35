"""A length of time with its unit: weeks never pass for days without somebody saying so."""

from dataclasses import dataclass
from typing import Final, Literal

from courseware.problem import ReaderError
from courseware.text import Text

TimeUnit = Literal["days", "weeks", "months"]

IN_A_MONTH: Final[dict[TimeUnit, float]] = {"days": 30.0, "weeks": 4.345, "months": 1.0}
"""How long a month is taken to be in data of each unit, as the field counts: 30 days, or 4.345 weeks."""

DAYS: Final[dict[TimeUnit, float]] = {"days": 1.0, "weeks": 7.0, "months": 7 * IN_A_MONTH["weeks"]}
"""Days in each unit. One table serves every way, so that going there and back, or round, changes nothing."""

NAMES: Final[dict[TimeUnit, Text]] = {
    "days": Text(en="days", zh="天"),
    "weeks": Text(en="weeks", zh="周"),
    "months": Text(en="months", zh="个月"),
}


@dataclass(frozen=True)
class Span:
    """So many days, weeks or months; spans of different units neither add nor compare.

    >>> Span(2, "weeks") + Span(1, "weeks")
    Span(length=3, unit='weeks')
    """

    length: float
    unit: TimeUnit

    def __add__(self, other: "Span") -> "Span":
        return Span(self.length + self.measured_in(other), self.unit)

    def __sub__(self, other: "Span") -> "Span":
        return Span(self.length - self.measured_in(other), self.unit)

    def __lt__(self, other: "Span") -> bool:
        return self.length < self.measured_in(other)

    def __mul__(self, times: float) -> "Span":
        return Span(self.length * times, self.unit)

    def measured_in(self, other: "Span") -> float:
        """The length of another span; a ReaderError if it is counted in another unit."""
        same_unit(self.unit, other.unit)
        return other.length

    def to(self, unit: TimeUnit) -> "Span":
        """The same time counted in another unit: the one way from weeks to days.

        >>> Span(1, "weeks").to("days")
        Span(length=7.0, unit='days')
        """
        return Span(self.length * DAYS[self.unit] / DAYS[unit], unit)


def same_unit(expected: TimeUnit, found: TimeUnit) -> None:
    """A ReaderError unless both count time alike."""
    if expected != found:
        raise mixed(expected, found)


def mixed(expected: TimeUnit, found: TimeUnit) -> ReaderError:
    """What is said to somebody who mixes units."""
    want, have = NAMES[expected], NAMES[found]
    return ReaderError(
        Text(
            en=f"Time is counted in {want.en} here, but {have.en} came. Convert first: to({expected!r}).",
            zh=f"这里的时间以{want.zh}计，传入的却以{have.zh}计。请先用 to({expected!r}) 换算。",
        )
    )
