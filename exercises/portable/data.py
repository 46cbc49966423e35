"""The data a question is about: in its own text where they are few, else as a file that goes with it."""

from dataclasses import dataclass
from typing import Final

from courseware.table import Table, to_csv
from courseware.text import LANGUAGES, Language, Text
from datasets import LOCALE_OF, readable
from exercises.bank_file import DataUse
from exercises.drawing import own_table
from exercises.exercise import Exercise
from exercises.fillin import show
from exercises.formula import Formula
from exercises.item import walk
from exercises.portable.question import PortableTable

SMALL: Final = 12
"""A table of so many rows goes into the question's own text."""
_NAMES: Final = ("number", "name")
"""The columns that tell one row of a small table from another."""


@dataclass(frozen=True)
class Owner:
    """A made-up student whose customers the questions of one version are about."""

    secret: bytes
    class_name: str
    student: str

    def table(self, use: DataUse, language: Language = "en") -> Table:
        """The data of this student; the numbers are the same in both languages."""
        locale = LOCALE_OF[language]
        return own_table(
            use, secret=self.secret, class_name=self.class_name, student=self.student, locale=locale
        )


def with_data(exercise: Exercise, stem: Text, owner: Owner) -> tuple[Text, PortableTable | None]:
    """The stem with the rows it is about, or the table that must go with it; neither if none is read.

    A question about a sample of rows says all that is needed in its own rows.
    """
    use, columns = exercise.data, read_columns(exercise)
    if use is None or not columns:
        return stem, None
    tables = {language: owner.table(use, language) for language in LANGUAGES}
    if use.n > SMALL:
        files = {
            language: to_csv(readable(use.dataset, tables[language], language)) for language in LANGUAGES
        }
        return stem, PortableTable(f"{use.id}-{owner.student}", files)
    shown = {language: _markdown(use, tables[language], columns, language) for language in LANGUAGES}
    return Text(en=f"{stem.en}\n\n{shown['en']}", zh=f"{stem.zh}\n\n{shown['zh']}"), None


def read_columns(exercise: Exercise) -> frozenset[str]:
    """The columns that the item's sums read as a whole, so that nobody can answer without them."""
    return frozenset().union(*(formula.compiled.columns for _, formula in walk(exercise.item, Formula)))


def _markdown(use: DataUse, table: Table, columns: frozenset[str], language: Language) -> str:
    kept = {name: table[name] for name in table if name in columns or name in _NAMES}
    titled = readable(use.dataset, kept, language)
    rows = zip(*(column.tolist() for column in titled.values()), strict=True)
    lines = [list(titled), ["---"] * len(titled), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    text = show(value) if isinstance(value, bool | int | float) else str(value)
    return text.replace("|", "\\|")
