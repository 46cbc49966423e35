"""A paper: the graded questions of a lesson, or of the whole course, and how a class did at them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from classroom import Store
from classroom.analysis import (
    ENOUGH,
    FirstAttempt,
    ItemStatistics,
    MarkTable,
    PaperStatistics,
    Quartiles,
    StudentSelection,
    first_attempts,
    item_statistics,
    mark_table,
    paper_statistics,
    quartiles,
)
from courseware.text import Language
from exercises import Exercise
from exercises.fillin import without_places
from ui.media import without_media

DUBIOUS: Final = 0.15
"""Moodle marks a question of less efficiency than this as one to look at."""

_STRESSED: Final = re.compile(r"[*`]+([^*`]+)[*`]+")


@dataclass(frozen=True)
class PaperAnalysis:
    """How a class did at the questions of a paper, from one look at the record."""

    exercises: Mapping[str, Exercise]
    seconds: Mapping[str, tuple[float, ...]]
    """How long each question took each student who has answered it, be the paper finished or not."""
    table: MarkTable
    figures: PaperStatistics
    items: tuple[ItemStatistics, ...]

    def number(self, item: str) -> int:
        """The place of a question in the paper, from 1: what the chart and the table call it."""
        return self.table.items.index(item) + 1

    def of(self, item: str) -> ItemStatistics:
        """The figures of one question."""
        return self.items[self.number(item) - 1]

    def answered(self, item: str) -> int:
        """How many students have answered this question."""
        return len(self.seconds.get(item, ()))

    def times(self, item: str) -> Quartiles | None:
        """How long the question took; None where too few have answered it."""
        return quartiles(self.seconds[item]) if self.answered(item) >= ENOUGH else None


def paper_of(
    store: Store,
    selection: StudentSelection,
    exercises: Mapping[str, Exercise],
    *,
    with_unfinished: bool,
) -> PaperAnalysis:
    """The paper of these questions as these students have answered it."""
    attempts = first_attempts(store, selection, exercises.keys())
    table = mark_table(attempts, tuple(exercises), with_unfinished=with_unfinished)
    seconds = {item: tuple(times) for item, times in _seconds(attempts).items()}
    return PaperAnalysis(exercises, seconds, table, paper_statistics(table), item_statistics(table))


def _seconds(attempts: Iterable[FirstAttempt]) -> Mapping[str, list[float]]:
    found: dict[str, list[float]] = defaultdict(list)
    for attempt in attempts:
        found[attempt.item].append(attempt.seconds)
    return found


def is_dubious(figures: ItemStatistics) -> bool:
    """Whether the question should be looked at: who is strong elsewhere hardly does better here, or worse."""
    return figures.efficiency is not None and figures.efficiency < DUBIOUS


def stem_of(exercise: Exercise, language: Language) -> str:
    """The question in one line of plain words; what is drawn for each student is left open."""
    return _STRESSED.sub(r"\1", " ".join(without_media(without_places(exercise.item.stem)[language]).split()))


def file_of(exercise: Exercise) -> str:
    """The bank in which the question stands, as the desk calls it."""
    return f"bank/{Path(exercise.file).name}"
