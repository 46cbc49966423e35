"""Slips that any number may have: sign, per cent, size, unit, complement, a fraction upside down, rounding.

Each is known by rule, so that a wrong number hears what to check although its author did not foresee it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from courseware.text import Text


@dataclass(frozen=True)
class NumberSlip:
    """What to check before the next try, told as a question; and what it was, told after the last."""

    check: Text
    fact: Text


@dataclass(frozen=True)
class Truth:
    """The right number, how far from it is near enough, and whether it is a share in per cent, or a time."""

    value: float
    width: float
    is_percent: bool
    is_time: bool = False

    def is_at(self, other: float) -> bool:
        """Whether `other` is the right number but for a rounding of its own."""
        return abs(other - self.value) <= max(self.width, 0.005 * abs(self.value))


def slip_of(readings: Sequence[float], truth: Truth) -> NumberSlip:
    """The first slip that one of the readings of a wrong number shows; if none does, the way to go on."""
    known = (slip for test, slip in _RULES for given in readings if test(given, truth))
    return next(known, UNKNOWN)


def _sign(given: float, truth: Truth) -> bool:
    return truth.value != 0 and truth.is_at(-given)


def _percent(given: float, truth: Truth) -> bool:
    """A hundred times too large or too small, where one of the two may be a share of a whole."""
    is_share = truth.is_percent or min(abs(given), abs(truth.value)) <= 1
    return is_share and _is_out_by((100.0,), given, truth)


def _size(given: float, truth: Truth) -> bool:
    return _is_out_by(_POWERS, given, truth)


def _unit(given: float, truth: Truth) -> bool:
    return truth.is_time and _is_out_by(_TIMES, given, truth)


def _is_out_by(factors: Sequence[float], given: float, truth: Truth) -> bool:
    """Whether one of the factors, or one divided by it, leads from what was given to what is right."""
    return truth.value != 0 and any(truth.is_at(given * one) or truth.is_at(given / one) for one in factors)


def _complement(given: float, truth: Truth) -> bool:
    return 0 < truth.value < 1 and truth.is_at(1 - given)


def _upside_down(given: float, truth: Truth) -> bool:
    return given != 0 and truth.value not in (0, 1, -1) and truth.is_at(1 / given)


def _rounded(given: float, truth: Truth) -> bool:
    """Near, but not near enough; of what is counted nothing is rounded."""
    near = max(3 * truth.width, 0.02 * abs(truth.value))
    return truth.width > 0 and truth.width < abs(given - truth.value) <= near


def _more_than_all(given: float, truth: Truth) -> bool:
    return truth.is_percent and 0 <= truth.value <= 1 < given


def _far(given: float, truth: Truth) -> bool:
    return truth.value != 0 and not abs(truth.value) / 20 < abs(given) < abs(truth.value) * 20


def speaks_of_time(unit: str) -> bool:
    """Whether a unit is one of time, so that another one of time may have been meant.

    >>> speaks_of_time("minutes"), speaks_of_time("customers a week"), speaks_of_time("CNY")
    (True, True, False)
    """
    return any(word.rstrip("s") in _TIME_WORDS for word in unit.casefold().split())


_POWERS: Final = tuple(10.0**power for power in range(1, 10))
_TIMES: Final = (7.0, 12.0, 24.0, 30.0, 52.0, 60.0, 365.0, 3600.0)
"""How many of one unit of time make up another."""
_TIME_WORDS: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "min", "h"})

UNKNOWN: Final = NumberSlip(
    check=Text(
        en="Not yet. Read again what is asked for, then work it out once more, one step at a time.",
        zh="还不对。请再看一遍题目问的是什么，然后一步一步重新算。",
    ),
    fact=Text(en="Not right.", zh="回答不正确。"),
)
_RULES: Final[tuple[tuple[Callable[[float, Truth], bool], NumberSlip], ...]] = (
    (
        _sign,
        NumberSlip(
            Text(
                en="Not yet. Check the sign: which of the two numbers is taken from which?",
                zh="还不对。请检查正负号：应该用谁减谁？",
            ),
            Text(en="Not right: the sign is the wrong way round.", zh="回答不正确：正负号反了。"),
        ),
    ),
    (
        _percent,
        NumberSlip(
            Text(
                en="Not yet. Check for a factor of 100: is it a share or per cent that is asked for?",
                zh="还不对。请检查是否差了 100 倍：题目要的是比例还是百分数？",
            ),
            Text(
                en="Not right: it is out by a factor of 100, as when a share is taken for per cent.",
                zh="回答不正确：差了 100 倍，多半是把比例和百分数弄混了。",
            ),
        ),
    ),
    (
        _size,
        NumberSlip(
            Text(
                en="Not yet. Check the size: the decimal point, the noughts, and the unit that is asked for.",
                zh="还不对。请检查数量级：小数点、零的个数，以及题目要求的单位。",
            ),
            Text(
                en="Not right: it is out by a power of ten, by the decimal point or the unit.",
                zh="回答不正确：数量级有误，可能点错了小数点或用错了单位。",
            ),
        ),
    ),
    (
        _unit,
        NumberSlip(
            Text(
                en="Not yet. Check the unit of time: which one is asked for, and which are your numbers in?",
                zh="还不对。请检查时间单位：题目要的是哪种单位，你用的数又是哪种单位？",
            ),
            Text(
                en="Not right: it is out by the factor between two units of time.",
                zh="回答不正确：差的正好是两种时间单位之间的倍数。",
            ),
        ),
    ),
    (
        _complement,
        NumberSlip(
            Text(
                en="Not yet. Check which part is asked for, and which part is the rest.",
                zh="还不对。请检查题目问的是哪一部分，剩下的又是哪一部分。",
            ),
            Text(en="Not right: that is the share of the rest.", zh="回答不正确：这是其余部分所占的比例。"),
        ),
    ),
    (
        _upside_down,
        NumberSlip(
            Text(
                en="Not yet. Check which number stands above the line and which below it.",
                zh="还不对。请检查分子和分母各是哪个数。",
            ),
            Text(en="Not right: the fraction stands upside down.", zh="回答不正确：分子和分母颠倒了。"),
        ),
    ),
    (
        _rounded,
        NumberSlip(
            Text(
                en="Not near enough. Keep all decimals on the way and round once, at the end.",
                zh="还不够精确。中间步骤不要取整，最后一步再四舍五入。",
            ),
            Text(en="Not near enough: it was rounded on the way.", zh="不够精确：中间步骤取整过早。"),
        ),
    ),
    (
        _more_than_all,
        NumberSlip(
            Text(
                en="Not yet. This is more than 100 %: can that be? Check which is the part, which the whole.",
                zh="还不对。结果超过了 100 %，可能吗？请检查哪个是部分，哪个是整体。",
            ),
            Text(en="Not right: it is more than 100 %.", zh="回答不正确：超过了 100 %。"),
        ),
    ),
    (
        _far,
        NumberSlip(
            Text(
                en="Not yet, and far off. Estimate first: roughly how large must it be?",
                zh="还不对，而且差得较远。请先估一估：结果大概应该有多大？",
            ),
            Text(en="Not right: it is far off in size.", zh="回答不正确：大小相差较远。"),
        ),
    ),
)
