"""Works a mark out of what a student did, by the scheme of the course; pure, exact, with its whole trace."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Self

from classroom.gradebook import rules
from classroom.gradebook.nodes import (
    FINAL_MARK,
    MarkEntry,
    MarkNode,
    MarkSource,
    NodeState,
    TracedSource,
)
from classroom.gradebook.rounding import half_up, is_rounded, plain
from classroom.gradebook.waiting import once_marked, ranged
from courseware.text import Text
from lessons.mark_presets import parts_of
from lessons.marking import MarkPart, Marks, Rounding

_FINAL = Text(en="Final mark", zh="总评")
_ENTRY = Text(en="Entry", zh="录入")


@dataclass(frozen=True)
class MarkingScheme:
    """The parts of a final mark and how marks are rounded."""

    parts: tuple[MarkPart, ...]
    rounding: Rounding = field(default_factory=Rounding)

    @classmethod
    def of(cls, marks: Marks) -> Self:
        """The scheme that a course.yaml says, in whichever way."""
        return cls(parts_of(marks), marks.rounding)

    def part(self, id_: str) -> MarkPart | None:
        """The part of this name, at whatever depth."""
        return next((one for one in self.all_parts() if one.id == id_), None)

    def all_parts(self) -> Iterator[MarkPart]:
        """Every part, each before those within it."""
        waiting = list(self.parts)
        while waiting:
            part = waiting.pop(0)
            yield part
            waiting = [*part.parts, *waiting]

    def leaves(self) -> tuple[MarkPart, ...]:
        """The parts that are worked out of what students did."""
        return tuple(leaf for part in self.parts for leaf in part.leaves())


def source_key(part: str, source: str) -> str:
    """What one source of a part is called among entries."""
    return f"{part}/{source}"


def mark_of(
    scheme: MarkingScheme,
    sources: Mapping[str, Sequence[MarkSource]],
    entries: Mapping[str, MarkEntry],
    *,
    so_far: bool = False,
) -> MarkNode:
    """The final mark of one student.

    `sources` are what each part without parts is worked out of, `entries` what a teacher said last of a
    part or a source. `so_far` leaves out all that is missing, whatever the scheme says of it.
    Answers that wait for a teacher are left out, and each part says between what it will lie once they
    are marked.
    """
    said = {k: one for k, one in entries.items() if not one.is_withdrawn}

    def final(sources: Mapping[str, Sequence[MarkSource]]) -> MarkNode:
        work = _Work(scheme.rounding, sources, said, so_far)
        children = [work.node(part, 1) for part in scheme.parts]
        return replace(work.joined(FINAL_MARK, _FINAL, 100, children, 0), share=Fraction(1))

    mark = final(sources)
    if not any(one.waiting for each in sources.values() for one in each):
        return mark
    lowest, highest = (final(once_marked(sources, end)) for end in ("lowest", "highest"))
    return ranged(mark, lowest, highest)


@dataclass(frozen=True)
class _Work:
    rounding: Rounding
    sources: Mapping[str, Sequence[MarkSource]]
    entries: Mapping[str, MarkEntry]
    so_far: bool

    def node(self, part: MarkPart, depth: int) -> MarkNode:
        if part.parts:
            children = [self.node(one, depth + 1) for one in part.parts]
            return self.joined(part.id, part.title, part.weight, children, depth)
        return self._leaf(part, depth)

    def joined(
        self, id_: str, title: Text, weight: int, children: Sequence[MarkNode], depth: int
    ) -> MarkNode:
        """A part that is made of parts: their mean by weight, those without a mark left out."""
        there = [child for child in children if child.value is not None and child.weight]
        total = sum(child.weight for child in there)
        shared = tuple(
            replace(child, share=Fraction(child.weight, total)) if child in there else child
            for child in children
        )
        value = sum((child.share * (child.value or 0) for child in shared), Fraction(0)) if there else None
        said = [rules.WEIGHTED, *([rules.NORMALISED] if total not in {0, 100} else [])]
        state = "counted" if there else _state_of({child.state for child in children})
        node = MarkNode(id_, title, weight, value, state, tuple(said), children=shared)
        return self._settled(node, depth)

    def _leaf(self, part: MarkPart, depth: int) -> MarkNode:
        traced = _chosen(part, [self._traced(part, one) for one in self._sources(part)])
        counted = [one.value for one in traced if one.state in {"counted", "zero"} and one.value is not None]
        value = min(sum(counted, Fraction(0)) / len(counted), Fraction(part.cap)) if counted else None
        state = "counted" if counted else _state_of(_SAYS[one.state] for one in traced)
        said = tuple(rules.leaf_rules(part, so_far=self.so_far))
        node = MarkNode(part.id, part.title, part.weight, value, state, said, sources=tuple(traced))
        return self._settled(node, depth, is_entered=part.from_ == "entered")

    def _sources(self, part: MarkPart) -> Sequence[MarkSource]:
        if part.from_ != "entered":
            return self.sources.get(part.id, ())
        entry = self.entries.get(part.id)
        return [MarkSource("entry", _ENTRY, entry.value if entry else None, bool(entry and entry.is_excused))]

    def _traced(self, part: MarkPart, source: MarkSource) -> TracedSource:
        own = part.id if part.from_ == "entered" else source_key(part.id, source.id)
        entry = self.entries.get(own)
        value = source.value if entry is None else entry.value
        if entry.is_excused if entry else source.is_excused:
            return TracedSource(source, None, "excused", entry)
        if value is not None:
            return TracedSource(source, value, "counted", entry)
        if source.waiting and entry is None:
            return TracedSource(source, None, "waiting")
        is_zero = part.missing == "zero" and not self.so_far
        return TracedSource(
            source, Fraction(0) if is_zero else None, "zero" if is_zero else "left_out", entry
        )

    def _settled(self, node: MarkNode, depth: int, *, is_entered: bool = False) -> MarkNode:
        """The part with what a teacher said of it instead, and rounded if this level is."""
        entry = None if is_entered else self.entries.get(node.id)
        computed = self._rounded(node.value, depth)
        said = list(node.rules if node.state != "nothing" else (rules.NOTHING,))
        if node.value is not None and is_rounded(self.rounding, depth):
            said.append(rules.rounded(self.rounding))
        if entry is None:
            said += [rules.EXCUSED] if node.state == "excused" else []
            return replace(node, value=computed, computed=computed, rules=tuple(said))
        if entry.is_excused:
            return replace(
                node, value=None, state="excused", computed=computed, override=entry, rules=(rules.EXCUSED,)
            )
        value = self._rounded(entry.value, depth)
        said.append(_overridden(entry, value, computed))
        return replace(
            node, value=value, state="counted", computed=computed, override=entry, rules=tuple(said)
        )

    def _rounded(self, value: Fraction | None, depth: int) -> Fraction | None:
        if value is None or not is_rounded(self.rounding, depth):
            return value
        return half_up(value, self.rounding.decimals)


_SAYS: Mapping[str, NodeState] = {
    "excused": "excused",
    "left_out": "missing",
    "counted": "counted",
    "waiting": "waiting",
}


def _state_of(states: Iterable[NodeState]) -> NodeState:
    """Why there is no mark: something waits, or is missing, or is excused, or else was never asked for."""
    met = set(states)
    order: tuple[NodeState, ...] = ("waiting", "missing", "excused")
    return next((state for state in order if state in met), "nothing")


def _chosen(part: MarkPart, traced: Sequence[TracedSource]) -> list[TracedSource]:
    """The sources once the best or all but the lowest are chosen; of equals the earlier one stays."""
    counted = [place for place, one in enumerate(traced) if one.state in {"counted", "zero"}]
    keep = len(counted)
    if part.best_of is not None:
        keep = min(keep, part.best_of)
    elif part.drop_lowest:
        keep = max(min(keep, 1), keep - part.drop_lowest)
    best = sorted(counted, key=lambda place: (-(traced[place].value or Fraction(0)), place))[:keep]
    dropped = set(counted) - set(best)
    return [replace(one, state="dropped") if place in dropped else one for place, one in enumerate(traced)]


def _overridden(entry: MarkEntry, value: Fraction | None, computed: Fraction | None) -> Text:
    nothing = Text(en="no mark", zh="没有成绩")
    given: Text | str = nothing if computed is None else plain(computed)
    said = {"value": plain(value or Fraction(0)), "by": entry.by, "why": entry.why, "computed": given}
    return rules.OVERRIDDEN.fill(said)
