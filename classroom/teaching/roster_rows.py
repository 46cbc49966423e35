"""The rows of a class list as students, and a word on every cell that is not carried over as it was."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from classroom.records.sanitize import one_line
from classroom.records.tables import NAME
from classroom.teaching import roster_report as say
from classroom.teaching.roster_entry import ClassList, RosterEntry
from classroom.teaching.roster_heads import (
    HEAD_WITHIN,
    SHORTENED,
    Layout,
    headless,
    is_head,
    is_number,
    kind_of,
    layouts,
    looks_like_name,
    plain_number,
)
from courseware.problem import ReaderError
from courseware.text import Language, Text
from interchange.spreadsheets.sheet import cell_name

MOST: Final = 500
"""Students in one class."""
_BEFORE: Final = re.compile(r"(\d{1,24})(?:[.)、．）:：]\s*|(?=[^\d\sA-Za-z_/-]))(\D.*)")
_AFTER: Final = re.compile(r"(.*\D)\s+(\d{2,24})")
_KEPT_ZEROS: Final = re.compile(r"""="([^"]*)"|'(\d.*)""")
_INVISIBLE: Final = str.maketrans("", "", "\ufeff\u200b\u200c\u2060")
_FOOTER: Final = re.compile(
    r"(?:合计|总计|小计|共计|总人数|应到|实到|共\s*\d+\s*[人名]|任课教师|任课老师|班主任|制表|签名|签字|"
    r"total\b|points possible\b|"
    r"(?:备注|附注|说明|注意?|打印日期|打印时间|日期|notes?|remarks?)\s*[:：])",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r".{0,40}(?:名单|花名册|点名册|class list|class roster)|[\u3400-\u9fff\d()（）]{1,20}班"
)
_COMMAS: Final[tuple[tuple[Language, str], ...]] = (("en", ", "), ("zh", "、"))
_MADE_UP: Final = {"student, test", "test student"}


@dataclass(frozen=True)
class RosterRow:
    """A row of the file: its line, its cells as they read, and what is to be said of some of them."""

    line: int
    cells: tuple[str, ...]
    notes: Mapping[int, Text] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What the row says, on one line; what stands in merged cells only once."""
        return " ".join(filter(None, dict.fromkeys(self.cells)))

    def cell(self, column: int | None) -> str:
        """What stands in a column; "" if nothing does, or if there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def row_of(line: int, cells: Sequence[str], notes: Mapping[int, Text] | None = None) -> RosterRow:
    """The row with tidy cells: one line each, without invisible signs and marks that keep noughts."""
    return RosterRow(line, tuple(_bare(one_line(cell.translate(_INVISIBLE))) for cell in cells), notes or {})


def read_rows(rows: Sequence[RosterRow]) -> ClassList:
    """The students of these rows, and what of the rows is not in the list.

    A ReaderError if there is no student in it, or more than a class has.
    """
    reader = _Reader()
    for block in _blocks([row for row in rows if any(row.cells) or row.notes], reader.report):
        reader.read(block)
    if not reader.found:
        raise ReaderError(say.NOBODY)
    if len(reader.found) > MOST:
        raise ReaderError(say.MANY.fill({"count": len(reader.found), "most": MOST}))
    return ClassList(tuple(reader.found), tuple(reader.said()))


@dataclass(frozen=True)
class _Block:
    """Rows below one head, or all rows if there is none; several layouts stand side by side."""

    rows: Sequence[RosterRow]
    layouts: Sequence[Layout | None]

    @cached_property
    def is_headless(self) -> bool:
        """Whether its columns are known by what stands in them alone."""
        return not any(layout and layout.heads for layout in self.layouts)

    @cached_property
    def used(self) -> set[int]:
        """The columns whose words go into the list."""
        return {column for layout in self.layouts if layout for column in layout.used()}

    def is_alone(self, row: RosterRow) -> bool:
        """Whether a row stands in no columns, as among columns without heads a row of one cell."""
        return self.is_headless and (self.layouts[0] is None or sum(map(bool, row.cells)) == 1)


def _blocks(rows: Sequence[RosterRow], report: list[tuple[int, Text]]) -> Iterator[_Block]:
    """The blocks of the list; what stands above the first head is told."""
    heads = [at for at, row in enumerate(rows[:HEAD_WITHIN]) if is_head(row.cells)][:1]
    if not heads:
        yield _Block(rows, [headless([row.cells for row in rows])])
        return
    above = rows[: heads[0]]
    report += [(row.line, say.ABOVE.fill({"line": row.line, "words": say.short(row.words)})) for row in above]
    first = rows[heads[0]].cells
    heads += [at for at in range(heads[0] + 1, len(rows)) if _is_next_head(rows[at].cells, first)]
    for start, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        below = rows[start + 1 : end]
        yield _Block(below, layouts(rows[start].cells, [row.cells for row in below]))


def _is_next_head(cells: Sequence[str], first: Sequence[str]) -> bool:
    """Whether the head comes again further down, as on a new page or for another class."""
    known = sum(kind_of(cell) is not None for cell in cells if cell) if len(set(cells)) > 1 else 0
    return tuple(cells) == tuple(first) or (known > 1 and is_head(cells))


class _Reader:
    """Reads block after block and remembers who was found where, and what was not carried over."""

    def __init__(self) -> None:
        self.found: dict[RosterEntry, int] = {}
        self.report: list[tuple[int, Text]] = []
        self._columns: dict[str | int, str] = {}
        self._classes: Counter[str] = Counter()
        self._joined: set[str] = set()

    def read(self, block: _Block) -> None:
        """The students of the block, those of its first layout before those of the next."""
        students: list[list[RosterEntry]] = [[] for _ in block.rows]
        for layout in block.layouts:
            for row, before in zip(block.rows, students, strict=True):
                entry = _student(row, layout, is_alone=block.is_alone(row))
                if isinstance(entry, RosterEntry) and not any(one.name == entry.name for one in before):
                    before.append(entry)
                    self._keep(row, entry, layout)
                elif isinstance(entry, Text) and len(block.layouts) == 1:
                    self._tell(row, entry)
                    self._tell_cells(row, layout)
        self._tell_left(block, students)

    def said(self) -> Iterator[Text]:
        """All that is to be said: first of the whole list, then line by line."""
        if self._columns:
            names = [say.column(title, sample) for title, sample in self._columns.items()]
            listed = {
                language: between.join(name[language] for name in names) for language, between in _COMMAS
            }
            yield say.COLUMNS.fill({"en": listed["en"], "zh": listed["zh"]})
        for heads in sorted(self._joined):
            yield say.JOINED.fill({"heads": heads})
        if len(self._classes) > 1:
            shown = [f"{name} ({count})" for name, count in self._classes.items()]
            yield say.CLASSES.fill({"count": len(shown), "en": ", ".join(shown), "zh": "、".join(shown)})
        yield from self._same_numbers()
        yield from (text for _, text in sorted(self.report, key=lambda told: told[0]))

    def _keep(self, row: RosterRow, entry: RosterEntry, layout: Layout | None) -> None:
        self._tell_cells(row, layout)
        if max(len(entry.name), len(entry.number)) > NAME:
            self._tell(row, say.LONG, most=NAME)
            return
        if entry in self.found:
            self._tell(row, say.AGAIN, name=entry.name, first=self.found[entry])
            return
        self.found[entry] = row.line
        if SHORTENED.fullmatch(entry.number):
            self._tell(row, say.SHORTENED, number=entry.number)
        if layout and (name := row.cell(layout.class_name)):
            self._classes[name] += 1
        if layout and layout.family is not None:
            self._joined.add(f"{layout.title(layout.name)} + {layout.title(layout.family)}")

    def _tell_cells(self, row: RosterRow, layout: Layout | None) -> None:
        """Tells what is to be said of the cells of a row that are read."""
        for column, note in sorted(row.notes.items(), key=lambda one: one[0]):
            if layout is None or column in layout.used():
                cell = cell_name(row.line, column + 1)
                self._tell(row, say.CELL, cell=cell, en=note.en, zh=note.zh)

    def _tell_left(self, block: _Block, students: Sequence[Sequence[RosterEntry]]) -> None:
        """Tells what of the students' rows is not in the list: by row, or by column if there are columns."""
        heads = next((layout for layout in block.layouts if layout), None)
        for row, entries in zip(block.rows, students, strict=True):
            if not entries and len(block.layouts) > 1:
                self._tell(row, say.NO_NAME)
            elif entries and (heads is None or block.is_alone(row)):
                left = [cell for cell in row.cells if not _is_in(cell, entries[0])]
                if left:
                    self._tell(row, say.LEFT, name=entries[0].name, left=say.short(" ".join(left)))
            elif entries and heads:
                words = {word for one in entries for word in (one.name, one.number)}
                for column, cell in enumerate(row.cells):
                    is_said = bool(cell) or column in row.notes
                    if is_said and column not in block.used and cell not in words:
                        title = heads.title(column) or column + 1
                        self._columns.setdefault(title, say.short(cell))

    def _same_numbers(self) -> Iterator[Text]:
        by_number: dict[str, list[str]] = {}
        for entry in self.found:
            by_number.setdefault(entry.number, []).append(entry.name)
        for number, names in by_number.items():
            if number and len(names) > 1:
                values = {"number": number, "en": ", ".join(names), "zh": "、".join(names)}
                yield say.SAME_NUMBER.fill(values)

    def _tell(self, row: RosterRow, what: Text, **values: object) -> None:
        shown = {"line": row.line, "words": say.short(row.words), **values}
        self.report.append((row.line, what.fill(shown)))


def _student(row: RosterRow, layout: Layout | None, *, is_alone: bool) -> RosterEntry | Text:
    """The student of a row, or why there is none."""
    filled = [cell for cell in row.cells if cell]
    entry = _of_row(filled) if is_alone else _of_columns(row, layout) if layout else None
    if _is_merged(filled) or any(
        _FOOTER.match(words) for words in (*filled[:1], entry.name if entry else "")
    ):
        return say.NO_STUDENT
    if entry is None:
        return say.NO_NAME
    if layout and layout.is_canvas and entry.name.lower() in _MADE_UP:
        return say.MADE_UP
    is_odd = is_alone and layout is not None and not looks_like_name(entry.name)
    if not entry.number and (is_odd or _HEADING.fullmatch(entry.name)):
        return say.HEADING
    return entry


def _is_merged(filled: Sequence[str]) -> bool:
    """Whether one sentence stands in all cells, as in a row that is one merged cell."""
    return len(filled) > 1 and len(set(filled)) == 1 and not is_number(filled[0])


def _of_columns(row: RosterRow, layout: Layout) -> RosterEntry | None:
    name = row.cell(layout.name)
    if layout.family is not None:
        name = _joined(name, row.cell(layout.family))
    return RosterEntry(row.cell(layout.number), name) if name else None


def _joined(given: str, family: str) -> str:
    """Given and family name as their bearer writes them.

    >>> _joined("Anna", "Smith"), _joined("华", "李")
    ('Anna Smith', '李华')
    """
    is_chinese = any("\u3400" <= sign <= "\u9fff" for sign in given + family)
    return f"{family}{given}" if is_chinese else f"{given} {family}".strip()


def _is_in(cell: str, entry: RosterEntry) -> bool:
    """Whether a cell became the number, the name or both, however they were parted."""
    if not cell or cell in (entry.name, entry.number) or plain_number(cell) == entry.number:
        return True
    for said in (cell, unicodedata.normalize("NFKC", cell)):
        rest = said.replace(entry.name, "", 1).replace(entry.number, "", 1)
        if entry.name in said and not re.sub(r"[\s.)、．）:：]", "", rest):
            return True
    return False


def _bare(cell: str) -> str:
    """A cell without the marks by which people keep the zeros of a number: ="0012", '0012."""
    found = _KEPT_ZEROS.fullmatch(cell)
    return (found[1] or found[2] or "").strip() if found else cell


def _of_row(cells: Sequence[str]) -> RosterEntry | None:
    """The student of a row without a head: the longest number, and the first cell that is none."""
    if not cells:
        return None
    if len(cells) == 1:
        return _of_line(cells[0])
    numbers = [plain_number(cell) for cell in cells if is_number(cell)]
    names = [cell for cell in cells if not is_number(cell)]
    if not names:
        return RosterEntry("", numbers[-1])
    likely = [name for name in names if looks_like_name(name)]
    return RosterEntry(max(numbers, key=len, default=""), (likely or names)[0])


def _of_line(line: str) -> RosterEntry:
    first, _, rest = line.partition(" ")
    if rest and is_number(first):
        return RosterEntry(plain_number(first), rest.strip())
    if found := _BEFORE.fullmatch(line):
        return RosterEntry(found[1], found[2].strip())
    if found := _AFTER.fullmatch(line):
        return RosterEntry(found[2], found[1].strip())
    return RosterEntry("", line)
