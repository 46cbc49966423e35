"""Which answers a question got from whom: the class in fifths by ability, and the shares in each."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

A = TypeVar("A", bound=Hashable)
FIFTHS: Final = 5


@dataclass(frozen=True)
class AnswerShares(Generic[A]):
    """How many students each fifth has, the weakest first, and which share of them gave each answer.

    Answers come in the order of how many gave them. A fifth in which nobody is has no shares (None).
    """

    sizes: tuple[int, ...]
    shares: Mapping[A, tuple[float | None, ...]]
    counts: Mapping[A, int]


def answer_shares(answers: Sequence[A], ability: Sequence[float]) -> AnswerShares[A]:
    """The shares of these answers, one for each student, by the fifth that the student's ability is in."""
    fifths = fifths_of(ability)
    sizes = tuple(int((fifths == place).sum()) for place in range(FIFTHS))
    by_fifth = [
        Counter(one for one, found in zip(answers, fifths.tolist(), strict=True) if found == place)
        for place in range(FIFTHS)
    ]
    counts = dict(Counter(answers).most_common())
    shares = {
        answer: tuple(
            counted[answer] / size if size else None for counted, size in zip(by_fifth, sizes, strict=True)
        )
        for answer in counts
    }
    return AnswerShares(sizes, shares, counts)


def fifths_of(ability: Sequence[float]) -> NDArray[np.int_]:
    """The fifth of each student, 0 for the weakest to 4; who are equally able are in the same one.

    >>> fifths_of([1, 2, 3, 4, 5]).tolist(), fifths_of([7, 7, 7]).tolist()
    ([0, 1, 2, 3, 4], [2, 2, 2])
    """
    # sums of marks that should be equal differ in their last digits
    ranks = rankdata(np.round(np.asarray(ability, dtype=float), 9), method="average")
    return np.asarray((ranks - 0.5) * FIFTHS // max(1, len(ranks)), dtype=int)
