"""Exports questions: drawn, frozen and written in a platform's format."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from exercises.exercise import Exercise
from exercises.portable.question import ExportedFile, Loss, Portable, WantedLanguage
from interchange.formats import ExchangeFormat
from interchange.unsupported import CLOZE_STAYS
from interchange.variants import freeze

MOST_VARIANTS: Final = 50


@dataclass(frozen=True)
class ExportResult:
    """What left the lab: the file with all that was lost, its items, and how many questions they make.

    `stayed` are the items that no other platform could ask, or not in this format.
    """

    outcome: ExportedFile
    items: tuple[str, ...]
    questions: int
    stayed: tuple[str, ...]


def export_items(
    exercises: Iterable[Exercise],
    form: ExchangeFormat,
    *,
    language: WantedLanguage,
    variants: int,
    seed: str,
    name: str = "questions",
) -> ExportResult:
    """The file with the exercises, up to `variants` versions of each that is drawn, and all that is lost.

    Equal seeds give equal versions.
    """
    items: dict[str, set[str]] = {}
    stayed: list[str] = []
    questions: list[Portable] = []
    losses: list[Loss] = []
    for exercise in exercises:
        drawn, lost = freeze([exercise], variants=variants, secret=f"carried away {seed}".encode())
        losses += lost
        questions += drawn
        if drawn:
            items[exercise.id] = {one.id for one in drawn}
        else:
            stayed.append(exercise.id)
    outcome = form.write(questions, language=language, name=name)
    outcome = replace(outcome, losses=(*losses, *outcome.losses))
    unheld = {loss.item for loss in outcome.losses if loss.what == CLOZE_STAYS}
    gone = [item for item, ids in items.items() if not ids <= unheld]
    left = [*stayed, *(item for item in items if item not in gone)]
    return ExportResult(outcome, tuple(gone), len(questions) - len(unheld), tuple(left))
