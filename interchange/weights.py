"""Shares of a score as Moodle writes them: only those of its own list, in per cent."""

from dataclasses import dataclass
from typing import Final

from courseware.text import Text

MOODLE: Final = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20)
SMALLER: Final = (16.66667, 14.28571, 12.5, 11.11111, 10, 5)
ALLOWED: Final = (*MOODLE, *SMALLER, 0, *(-one for one in (*MOODLE, *SMALLER)))
"""What Moodle offers as the grade of an answer; it refuses a file with any other."""
SAME: Final = 5e-5


@dataclass(frozen=True)
class Weight:
    """A share as it is written, in per cent, and whether it had to be moved to be allowed."""

    percent: float
    is_moved: bool

    def __str__(self) -> str:
        """As a file says it: 30, 33.33333, -50."""
        return f"{self.percent:.7g}"


def weight(share: float) -> Weight:
    """The allowed weight that is nearest to `share`.

    >>> str(weight(1 / 3)), str(weight(-0.5)), weight(0.35)
    ('33.33333', '-50', Weight(percent=33.33333, is_moved=True))
    """
    nearest = min(ALLOWED, key=lambda one: abs(one - 100 * share))
    return Weight(nearest, abs(nearest - 100 * share) > 100 * SAME)


def moved(shares: tuple[float, ...]) -> Text | None:
    """What to say of the shares that had to be moved; None if every one is allowed as it is."""
    pairs = [(100 * share, weight(share)) for share in shares if weight(share).is_moved]
    if not pairs:
        return None
    said = ", ".join(f"{share:.4g}% → {one}%" for share, one in dict.fromkeys(pairs))
    return Text(
        en=f"Moodle knows only certain weights, so these were moved: {said}.",
        zh=f"Moodle 只认固定的几种权重，因此作了调整：{said}。",
    )
