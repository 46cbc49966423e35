"""What a dataset is: its rows by address, and what each of its columns means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

import pyarrow as pa

from courseware.language import conventions
from courseware.text import Language, Text
from datasets.locales import Locale

ValueKind = Literal["whole", "decimal", "code", "words", "date"]

KINDS: Final[Mapping[ValueKind, Text]] = {
    "whole": Text(en="whole number", zh="整数"),
    "decimal": Text(en="decimal number", zh="小数"),
    "code": Text(en="one of a few codes", zh="代码"),
    "words": Text(en="words", zh="文字"),
    "date": Text(en="date", zh="日期"),
}

RowSource = Callable[[int, Locale, int, int], Mapping[str, pa.Array]]
"""Rows of the customers `start` up to `stop`, from (seed, locale, start, stop), one array a column."""


@dataclass(frozen=True)
class Column:
    """One column: its title, what it tells, its unit, and in both languages what its codes stand for."""

    name: str
    kind: ValueKind
    title: Text
    meaning: Text
    unit: Text | None = None
    choices: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
    lesson: str | None = None
    """The lesson that teaches what the column tells; None when no lesson is needed."""
    worked_out_from: tuple[str, ...] = ()
    """The columns that it follows from by a rule which the lesson teaches."""

    def head(self, language: Language) -> str:
        """What stands above the column wherever readers meet it: its title, and its unit if it has one."""
        if self.unit is None:
            return self.title[language]
        return conventions(language).aside.format(what=self.title[language], aside=self.unit[language])

    def explained(self, language: Language) -> str:
        """What the column tells, with the words that may stand in it."""
        words = [text[language] for text in self.choices.values()]
        if not words:
            return self.meaning[language]
        said = conventions(language)
        return said.aside.format(what=self.meaning[language], aside=said.list_comma.join(words))


@dataclass(frozen=True)
class Dataset:
    """A seeded table about customers; `rows` gives the same bytes for any cut into chunks."""

    name: str
    title: Text
    story: Text
    columns: tuple[Column, ...]
    rows: RowSource

    def column(self, name: str) -> Column:
        """The column of this name; a KeyError if there is none."""
        found = {column.name: column for column in self.columns}
        return found[name]

    def taught(self, lesson: str | None) -> tuple[str, ...]:
        """The names of the columns that this lesson teaches, or of those that need no lesson."""
        return tuple(column.name for column in self.columns if column.lesson == lesson)
