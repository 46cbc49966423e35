"""A field that is a table: some cells are given, in the others a number is typed or one option chosen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from courseware.phrases import clauses
from courseware.text import Language, Text, in_each
from exercises.fields.field import AnswerField
from exercises.fields.number import NumberField, unread_parts
from exercises.fields.option import NOTHING, Option, say_named
from exercises.grade import Invalid
from exercises.typed import Typed


@dataclass(frozen=True)
class TableCell:
    """A cell that says what is `given`, or one to answer in, which has an id; with options it is a choice."""

    given: Text | None = None
    id: str = ""
    unit: Text | None = None
    options: tuple[Option, ...] = ()

    def is_option(self, given: object) -> bool:
        """Whether one of its options was chosen."""
        return isinstance(given, str) and any(option.id == given for option in self.options)


@dataclass(frozen=True)
class TableRow:
    """A row: its words, and a cell for each column."""

    text: Text
    cells: tuple[TableCell, ...]


@dataclass(frozen=True)
class AskedCell:
    """A cell to answer in, with the words by which it is known: those of its row and of its column."""

    label: Text
    cell: TableCell

    @property
    def number(self) -> NumberField:
        """What a cell without options is filled in like."""
        return NumberField(self.cell.id, self.label, self.cell.unit)

    def read(self, given: object) -> Typed | str | None:
        """The number, or the id of the option; None if it is neither."""
        if self.cell.options:
            return str(given) if self.cell.is_option(given) else None
        typed = self.number.read(given)
        return None if isinstance(typed, Invalid) else typed

    def say(self, given: object) -> Text:
        """What was answered in it."""
        return say_named(self.cell.options, [given]) if self.cell.options else self.number.say(given)

    @property
    def like(self) -> Text:
        """What is to be done in it."""
        return _CHOOSE if self.cell.options else self.number.like


@dataclass(frozen=True)
class TableField(AnswerField):
    """Fill in a table. The response maps the ids of its cells to what was typed or chosen there."""

    columns: tuple[Text, ...]
    rows: tuple[TableRow, ...]
    corner: Text | None = None
    """What stands above the words of the rows."""
    kind: Literal["table"] = "table"
    made_of: ClassVar[Literal["options", "number", "words"]] = "number"

    @property
    def asked(self) -> tuple[AskedCell, ...]:
        """The cells to answer in, row by row."""
        return tuple(
            AskedCell(_CELL.fill({"row": row.text, "column": column}), cell)
            for row in self.rows
            for column, cell in zip(self.columns, row.cells, strict=True)
            if cell.id
        )

    def read(self, given: object) -> Mapping[str, Typed | str] | Invalid:
        """The number or the option of every cell; if some cannot be read, which, and what they expect."""
        if not isinstance(given, Mapping) or not given.keys() <= {one.cell.id for one in self.asked}:
            return self.unread()
        found = {one.cell.id: one.read(given.get(one.cell.id)) for one in self.asked}
        bad = [one for one in self.asked if found[one.cell.id] is None]
        if bad:
            return self.unread(unread_parts([(one.label, given.get(one.cell.id), one.like) for one in bad]))
        return {id_: one for id_, one in found.items() if one is not None}

    def say(self, given: object) -> Text:
        """Each cell that was answered."""
        cells = given if isinstance(given, Mapping) else {}
        said = [(one.label, one.say(cells.get(one.cell.id))) for one in self.asked]
        rows = [_SAID.fill({"label": label, "said": text}) for label, text in said if text != NOTHING]
        return clauses(rows) if rows else NOTHING

    def markdown(self, answer: Callable[[TableCell], Text]) -> Text:
        """The table as Markdown: what is given, and in the other cells what `answer` says of them."""
        heads = [self.corner or NOTHING, *self.columns]
        rows = [
            [row.text, *(cell.given if cell.given is not None else answer(cell) for cell in row.cells)]
            for row in self.rows
        ]
        return in_each(lambda language: _markdown(heads, rows, language))

    def preview(self, language: Language) -> Iterator[str]:
        """The rows, with a line to fill in or the options where something is to be answered."""
        yield " | ".join(["", *(column[language] for column in self.columns)])
        for row in self.rows:
            yield " | ".join([row.text[language], *(_shown(cell, language) for cell in row.cells)])


def _markdown(heads: Sequence[Text], rows: Sequence[Sequence[Text]], language: Language) -> str:
    lines = [[text[language].replace("|", "\\|") for text in row] for row in (heads, *rows)]
    lines.insert(1, ["---"] * len(heads))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shown(cell: TableCell, language: Language) -> str:
    if cell.given is not None:
        return cell.given[language]
    unit = f" {cell.unit[language]}" if cell.unit else ""
    return " / ".join(option.text[language] for option in cell.options) or f"____{unit}"


_CELL: Final = Text(en="{row} · {column}", zh="{row} · {column}")
_SAID: Final = Text(en="{label}: {said}", zh="{label}：{said}")
_CHOOSE: Final = Text(en="choose one of its options", zh="请选择一项")
