"""What something that is missing could still bring to the final mark."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Final

from classroom.gradebook.computing import MarkingScheme, mark_of, source_key
from classroom.gradebook.nodes import MarkEntry, MarkNode, TracedSource
from classroom.gradebook.reading import StudentMarks
from lessons.marking import Rounding

_FULL: Final = Fraction(100)
_ENTERED: Final = MarkEntry(_FULL, is_excused=False, why="", by="", at=datetime.min.replace(tzinfo=UTC))
_UNROUNDED: Final = Rounding(decimals=1, at="final")


@dataclass(frozen=True)
class MissingWork:
    """What is not there yet, the part it belongs to, and what full marks in it would add in the end."""

    part: MarkNode
    source: TracedSource
    gain: Fraction


def missing_work(scheme: MarkingScheme, row: StudentMarks) -> tuple[MissingWork, ...]:
    """All that is missing of a student, what would bring most first.

    The gain is worked out before anything but the final mark is rounded, to one decimal.
    """
    fine = replace(scheme, rounding=_UNROUNDED)
    now = mark_of(fine, row.sources, row.entries).value or Fraction(0)
    found = [
        MissingWork(part, source, (_with(fine, row, part, source) or Fraction(0)) - now)
        for part, source in row.mark.missing()
    ]
    return tuple(sorted(found, key=lambda one: -one.gain))


def _with(scheme: MarkingScheme, row: StudentMarks, part: MarkNode, missing: TracedSource) -> Fraction | None:
    """The final mark if what is missing had full marks."""
    leaf = scheme.part(part.id)
    if leaf is not None and leaf.from_ == "entered":
        return mark_of(scheme, row.sources, {**row.entries, part.id: _ENTERED}).value
    entries = {k: v for k, v in row.entries.items() if k != source_key(part.id, missing.source.id)}
    filled = [
        replace(one, value=_FULL) if one.id == missing.source.id else one for one in row.sources[part.id]
    ]
    return mark_of(scheme, {**row.sources, part.id: filled}, entries).value
