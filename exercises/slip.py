"""Slips that any number may have: sign, per cent, size, complement, a fraction upside down, rounding.

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
    """The right number, how far from it is near enough, and whether it is a share told in per cent."""

    value: float
    width: float
    is_percent: bool

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
    return truth.value != 0 and (truth.is_at(given / 100) or truth.is_at(given * 100))


def _size(given: float, truth: Truth) -> bool:
    factors = (10.0, 1e3, 1e4, 0.1, 1e-3, 1e-4)
    return truth.value != 0 and any(truth.is_at(given * factor) for factor in factors)


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


UNKNOWN: Final = NumberSlip(
    check=Text(
        en="Not yet. Go through it step by step: who or what counts, and which number is divided by which?",
        zh="还不对。请逐步检查：哪些应当计入，谁减谁，谁除以谁？",
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
