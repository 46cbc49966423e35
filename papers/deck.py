"""The questions of a printed sheet: drawn by the number of the variant, so that sheet and key agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from course import all_exercises
from courseware.problem import ReaderError
from courseware.text import Language, Text
from datasets import LOCALE_OF
from exercises import Exercise, Variant, draw, own_data
from exercises.portable.data import Owner, with_data
from exercises.portable.question import PortableTable, SideFile
from lessons.lesson import Lesson

MOST_SEED: Final = 999_999
FIRST_SEED: Final = 1
_SECRET: Final = b"questions on paper"
"""No secret at all: the same number gives the same sheet in every lab, so that a key can be printed later."""


@dataclass(frozen=True)
class Card:
    """One question of a sheet: as drawn, its stem with any small table, and the file that goes with it."""

    variant: Variant
    stem: Text
    table: PortableTable | None


@dataclass(frozen=True)
class Deck:
    """All questions of one variant of the sheets; names of customers are those of `language`."""

    seed: int
    language: Language

    def card(self, item: str) -> Card | None:
        """The question of this id; None if no bank holds it or it cannot be drawn."""
        exercise = all_exercises().get(item)
        if exercise is None:
            return None
        try:
            return self._drawn(exercise)
        except ReaderError:
            return None

    def files(self, lesson: Lesson) -> Mapping[str, SideFile]:
        """The tables that the lesson's questions are about, by the names that the sheets call them."""
        cards = (self.card(item) for item in lesson.items())
        tables = (card.table for card in cards if card is not None and card.table is not None)
        files = (table.file(self.language) for table in tables)
        return {file.name: file for file in files}

    def _drawn(self, exercise: Exercise) -> Card:
        owner = Owner(_SECRET, self._name, self._name)
        data = own_data(
            exercise,
            secret=_SECRET,
            class_name=owner.class_name,
            student=owner.student,
            locale=LOCALE_OF[self.language],
        )
        variant = draw(
            exercise, secret=_SECRET, class_name=owner.class_name, student=owner.student, group=0, data=data
        )
        return Card(variant, *with_data(exercise, variant.question.stem, owner))

    @property
    def _name(self) -> str:
        return f"sheet-{self.seed}"


def read_seed(asked: str | None) -> int:
    """The number of a variant; a ReaderError says which numbers there are."""
    if asked is None or not asked.strip():
        return FIRST_SEED
    plain = asked.strip()
    if not (plain.isascii() and plain.isdecimal()) or not FIRST_SEED <= int(plain[:9]) <= MOST_SEED:
        raise ReaderError(_NO_SEED.fill({"asked": plain[:40], "most": MOST_SEED}))
    return int(plain)


_NO_SEED: Final = Text(
    en="A variant is a whole number from 1 to {most}; “{asked}” is none.",
    zh="卷号是 1 到 {most} 之间的整数，“{asked}”不是。",
)
