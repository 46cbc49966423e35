"""Whether a question is harder with some of its drawn numbers or words than with others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from classroom.analysis.answers import FirstAnswer
from classroom.analysis.mark_table import ENOUGH
from courseware.expression import Scalar


@dataclass(frozen=True)
class VariantGroup:
    """The students for whom `name` was drawn between `low` and `high`, both included, and their mean mark.

    `facility` is None where there are too few of them.
    """

    name: str
    low: Scalar
    high: Scalar
    n: int
    facility: float | None


def variant_groups(answers: Sequence[FirstAnswer]) -> tuple[VariantGroup, ...]:
    """A group for each word that was drawn, and for neighbouring numbers that are enough together.

    What was drawn alike for everybody is left out: there is nothing to compare.
    """
    names = dict.fromkeys(name for answer in answers for name in answer.drawn)
    return tuple(group for name in names for group in _groups(name, answers))


def _groups(name: str, answers: Iterable[FirstAnswer]) -> Iterator[VariantGroup]:
    marks: dict[Scalar, list[float]] = defaultdict(list)
    for answer in answers:
        if name in answer.drawn:
            marks[answer.drawn[name]].append(answer.mark)
    if len(marks) < 2:
        return
    if any(isinstance(value, str) for value in marks):
        for word in sorted(marks, key=str):
            yield _group(name, [word], marks[word])
        return
    for values in _merged({value: len(found) for value, found in marks.items()}):
        yield _group(name, values, [mark for value in values for mark in marks[value]])


def _merged(counts: dict[Scalar, int]) -> list[list[Scalar]]:
    """The numbers in their order, neighbours together until they are enough; the last takes the rest."""
    parts: list[list[Scalar]] = []
    begun: list[Scalar] = []
    for value in sorted(counts, key=float):
        begun.append(value)
        if sum(counts[one] for one in begun) >= ENOUGH:
            parts.append(begun)
            begun = []
    if begun and parts:
        parts[-1].extend(begun)
    elif begun:
        parts.append(begun)
    return parts


def _group(name: str, values: Sequence[Scalar], marks: Sequence[float]) -> VariantGroup:
    n = len(marks)
    return VariantGroup(name, values[0], values[-1], n, sum(marks) / n if n >= ENOUGH else None)
