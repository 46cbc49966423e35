"""A mark and all that it is made of: parts within parts, down to single days, lessons and entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final, Literal

from courseware.text import Text

FINAL_MARK: Final = "*"
"""What the final mark is called among entries; no part can have this name."""

NodeState = Literal["counted", "waiting", "missing", "excused", "nothing"]
"""Whether a part counts; if it does not, whether it waits for a teacher, something is missing, is excused, or
was never asked for."""
SourceState = Literal["counted", "zero", "dropped", "excused", "left_out", "waiting"]
"""What became of a source: it counts, counts as zero since it is missing, or does not count, and why."""


@dataclass(frozen=True)
class MarkRange:
    """Between what a mark (0-100) will lie once all that waits for a teacher is marked."""

    lowest: Fraction
    highest: Fraction


@dataclass(frozen=True)
class ItemPoints:
    """What one question brought: points (0-1), after so many graded tries."""

    item: str
    points: Fraction
    tries: int
    is_pending: bool = False
    """Whether an answer waits for a teacher, and has no points yet."""
    to_come: Fraction = Fraction(0)
    """What it may still bring at most."""


@dataclass(frozen=True)
class MarkSource:
    """One thing that a part is worked out of: a day, a lesson, an assignment, a round of ratings, an entry.

    `value` is out of 100; None if nothing is there.
    """

    id: str
    title: Text
    value: Fraction | None
    is_excused: bool = False
    told: Text | None = None
    """What the value is made of, in a sentence."""
    items: tuple[ItemPoints, ...] = ()
    answered: tuple[str, ...] = ()
    """What the record calls the questions of an assignment that were answered."""
    waiting: int = 0
    """How many answers wait for a teacher; `value` leaves them out."""
    once_marked: MarkRange | None = None


@dataclass(frozen=True)
class MarkEntry:
    """What a teacher said of a part or of one of its sources: a value (0-100), excused, or neither again."""

    value: Fraction | None
    is_excused: bool
    why: str
    by: str
    at: datetime

    @property
    def is_withdrawn(self) -> bool:
        """Whether it takes back what was said before."""
        return self.value is None and not self.is_excused


@dataclass(frozen=True)
class TracedSource:
    """A source with the value that counted, what became of it, and the entry that changed it, if one did."""

    source: MarkSource
    value: Fraction | None
    state: SourceState
    entry: MarkEntry | None = None


@dataclass(frozen=True)
class MarkNode:
    """The mark of one part with its trace; `value` is out of 100, None if there is no mark.

    `share` is how much of the level above it makes (0-1), once parts without a mark are left out;
    `computed` is what the rules alone give, which an override replaces.
    """

    id: str
    title: Text
    weight: int
    value: Fraction | None
    state: NodeState
    rules: tuple[Text, ...]
    share: Fraction = Fraction(0)
    children: tuple["MarkNode", ...] = ()
    sources: tuple[TracedSource, ...] = ()
    computed: Fraction | None = None
    override: MarkEntry | None = None
    once_marked: MarkRange | None = None
    """Between what it will lie once all is marked; None if it depends on nothing that waits."""

    def all_nodes(self) -> Iterator["MarkNode"]:
        """This part and all within it, from above."""
        yield self
        for child in self.children:
            yield from child.all_nodes()

    def missing(self) -> Iterator[tuple["MarkNode", TracedSource]]:
        """What is not there yet, with the part that it belongs to; not what is overridden or excused."""
        if self.override is not None or self.state == "excused":
            return
        for one in self.sources:
            if one.state in {"zero", "left_out"}:
                yield self, one
        for child in self.children:
            yield from child.missing()

    def waiting(self) -> int:
        """How many answers wait for a teacher in what this mark is worked out of."""
        if self.override is not None or self.state == "excused":
            return 0
        own = sum(one.source.waiting for one in self.sources if one.entry is None)
        return own + sum(child.waiting() for child in self.children)
