"""The tally of a poll: how many have answered and what, counted from the votes and from nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

from pydantic import JsonValue

from classroom.live.forms import ChoiceForm, LeversForm, NumberForm, OrderForm, PointForm, PollForm, WordsForm
from classroom.live.polls import Poll
from classroom.live.votes import Vote, votes_of
from classroom.records.store import Store

BINS: Final = 10
"""Bars of a histogram of numbers."""


@dataclass(frozen=True)
class Tally:
    """What a class has answered; only what suits the form of the poll is filled in.

    `counts` are votes by option, or by bin; `edges` the ends of the bins; `middle` the median; `points`
    places on the plane; `ranks` the mean place of each item, from 1; `levers` the median of each lever.
    """

    voters: int
    counts: tuple[int, ...] = ()
    edges: tuple[float, ...] = ()
    middle: float | None = None
    points: tuple[tuple[float, float], ...] = ()
    ranks: tuple[float, ...] = ()
    levers: dict[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, JsonValue]:
        """Plain values for a browser, without what is empty."""
        parts: dict[str, Any] = {
            "voters": self.voters,
            "counts": list(self.counts),
            "edges": list(self.edges),
            "middle": self.middle,
            "points": [list(point) for point in self.points],
            "ranks": list(self.ranks),
            "levers": self.levers,
        }
        return {name: value for name, value in parts.items() if value not in ([], {}, None)}


def tally_of(store: Store, poll: Poll) -> Tally:
    """The tally of a poll as the record has it now."""
    return count_votes(poll.body.form, votes_of(store, poll))


def count_votes(form: PollForm, votes: Iterable[Vote]) -> Tally:
    """Counts votes that the form has read."""
    values: Sequence[Any] = [vote.value for vote in votes]
    match form:
        case ChoiceForm():
            chosen = Counter(place for value in values for place in value)
            counted = Tally(len(values), tuple(chosen[place] for place in range(len(form.options))))
        case NumberForm():
            counted = _numbers(form, values)
        case PointForm():
            counted = Tally(len(values), points=tuple((across, up) for across, up in values))
        case OrderForm():
            counted = Tally(len(values), ranks=_ranks(form, values))
        case WordsForm():
            counted = Tally(len(values))
        case LeversForm():
            counted = Tally(len(values), levers=_levers(form, values))
    return counted


def _levers(form: LeversForm, values: Sequence[dict[str, float]]) -> dict[str, float]:
    if not values:
        return {}
    return {lever.name: median(value[lever.name] for value in values) for lever in form.levers}


def _numbers(form: NumberForm, values: Sequence[float]) -> Tally:
    """A histogram between the bounds; between the least and the most if anything may be answered."""
    low, high = (
        (form.low, form.high) if not form.is_free else (min(values, default=0), max(values, default=1))
    )
    width = (high - low) / BINS
    counts = [0] * BINS
    for value in values:
        counts[min(BINS - 1, int((value - low) / width)) if width else 0] += 1
    edges = tuple(low + width * place for place in range(BINS + 1))
    return Tally(len(values), tuple(counts), edges, median(values) if values else None)


def _ranks(form: OrderForm, values: Sequence[Sequence[int]]) -> tuple[float, ...]:
    if not values:
        return ()
    places = range(len(form.items))
    return tuple(sum(value.index(item) + 1 for value in values) / len(values) for item in places)
