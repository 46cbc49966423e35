"""Fills marks into the file that Moodle or Canvas itself exported; its columns, ids and rows stay."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from classroom.gradebook.exporting.lines import MarkLine
from classroom.gradebook.importing.matching import fold
from classroom.gradebook.rounding import plain
from classroom.teaching.roster_heads import kind_of
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.uploads import words_of

NOT_CSV: Final = Text(
    en="This is no CSV with a head that Moodle or Canvas writes. Export the grades there as CSV "
    "(plain text) and give that file as it is.",
    zh="这不是 Moodle 或 Canvas 导出的带表头的 CSV。请在平台上把成绩导出为 CSV（纯文本），原样上传。",
)
NOBODY: Final = Text(
    en="No row of the file has the number of a student of this class. Are these the right class and file?",
    zh="文件中没有本班学生的学号。请确认班级和文件是否正确。",
)
NOT_IN_CLASS: Final = Text(
    en="Row {row}: {said} is nobody of this class; left as it is.",
    zh="第 {row} 行：{said}不在本班，保持原样。",
)
NOT_SAME: Final = Text(
    en="Row {row}: {number} is {known} in this class, the file says {said}; left as it is.",
    zh="第 {row} 行：{number} 在本班是{known}，文件中是{said}，保持原样。",
)
AGAIN: Final = Text(
    en="Row {row}: {name} stands in several rows; none of them is filled.",
    zh="第 {row} 行：{name}在几行中重复出现，都不填写。",
)
NO_MARK: Final = Text(
    en="Row {row}: {name} has no mark; left as it is.", zh="第 {row} 行：{name}没有成绩，保持原样。"
)
PROVISIONAL: Final = Text(
    en="Row {row}: the mark of {name} is filled in, but it is provisional. {remark}.",
    zh="第 {row} 行：{name}的成绩已填入，但只是暂定。{remark}。",
)
NOT_IN_FILE: Final = Text(en="{name} ({number}) is not in the file.", zh="{name}（{number}）不在文件中。")
_READ_ONLY: Final = "(read only)"
_TAKEN: Final = re.compile(
    r"^(?:ID|Identifier|SIS .*|Username|Section|Student|.*(?:name|email|address|department|institution).*"
    r"|Status|Maximum Grade|Grade can be changed|Last .*|Feedback.*|Integration ID|Root Account)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlatformFile:
    """A file of a platform: its rows, blank ones among them, and which of its columns may be filled."""

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[int, str], ...]
    delimiter: str
    line_end: str
    has_mark: bool
    """Whether it begins with a byte order mark."""

    @property
    def head(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return self.rows[0]

    @property
    def likely(self) -> int:
        """The column that is probably meant: of Moodle's own sheet Grade, else the last."""
        return next((at for at, title in self.columns if title == "Grade"), self.columns[-1][0])


@dataclass(frozen=True)
class FilledFile:
    """The file with the marks in it, how many were filled in, and what is to be said of the others."""

    data: bytes
    filled: int
    report: tuple[Text, ...]


def read_platform_file(data: bytes) -> PlatformFile:
    """The file; a ReaderError says what to do if it is none."""
    text = words_of(data).text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = tuple(tuple(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    if not rows or len(rows[0]) < 2:
        raise ReaderError(NOT_CSV)
    closed = {at for row in rows[1:4] for at, cell in enumerate(row) if cell.strip() == _READ_ONLY}
    columns = tuple(
        (at, title)
        for at, title in enumerate(rows[0])
        if title
        and at not in closed
        and not _TAKEN.match(title.strip())
        and kind_of(title) in {None, "other"}
    )
    if not columns:
        raise ReaderError(NOT_CSV)
    line_end = "\r\n" if b"\r\n" in data else "\n"
    return PlatformFile(rows, columns, delimiter, line_end, data.startswith(BOM_UTF8))


def fill_in(file: PlatformFile, column: int, lines: Sequence[MarkLine]) -> FilledFile:
    """The file with each final mark in its column, out of what the platform says is possible there.

    Who it is is found by whichever column holds most numbers of the class; a name beside it must be the
    same. A ReaderError if nobody of the class is in the file.
    """
    by_number = {fold(line.number): line for line in lines if line.number}
    at = _identity(file, by_number.keys())
    keys = {row: fold(_cell(cells, at)) for row, cells in enumerate(file.rows) if row}
    found = {row: by_number[key] for row, key in keys.items() if key in by_number}
    writer = _Filler(file, column, at, found)
    for row, cells in enumerate(file.rows):
        writer.write(row, cells)
    met = {line.number for line in found.values()}
    absent = [
        NOT_IN_FILE.fill({"name": line.name, "number": line.number or "—"})
        for line in lines
        if line.number not in met
    ]
    return FilledFile(writer.data(), writer.filled, (*writer.report, *absent))


class _Filler:
    """Writes row after row and remembers what is to be said of them."""

    def __init__(self, file: PlatformFile, column: int, at: int, found: dict[int, MarkLine]) -> None:
        self.filled = 0
        self.report: list[Text] = []
        self._file, self._column, self._at, self._found = file, column, at, found
        self._out = io.StringIO(newline="")
        self._csv = csv.writer(self._out, delimiter=file.delimiter, lineterminator=file.line_end)
        self._possible = _possible(file, column)
        numbers = [line.number for line in found.values()]
        self._twice = {number for number in numbers if numbers.count(number) > 1}

    def write(self, row: int, cells: tuple[str, ...]) -> None:
        """One row, with its mark if it is to have one."""
        mark = self._mark(row, cells) if row and any(cells) else None
        if mark is None:
            self._csv.writerow(cells)
            return
        self.filled += 1
        wide = [*cells, *[""] * (self._column + 1 - len(cells))]
        wide[self._column] = plain(mark * self._possible / 100)
        self._csv.writerow(wide)

    def data(self) -> bytes:
        """The file, in UTF-8, which both platforms read."""
        return (BOM_UTF8 if self._file.has_mark else b"") + self._out.getvalue().encode("utf-8")

    def _mark(self, row: int, cells: tuple[str, ...]) -> Fraction | None:
        line, place = self._found.get(row), {"row": row + 1}
        if line is None:
            if not _is_about_columns(cells):
                self.report.append(NOT_IN_CLASS.fill({**place, "said": " ".join(filter(None, cells[:3]))}))
            return None
        name = _name(self._file.head, cells)
        known = {**place, "name": line.name, "number": line.number, "known": line.name, "said": name}
        if name and not _is_same_name(name, line.name):
            self.report.append(NOT_SAME.fill(known))
        elif line.number in self._twice:
            self.report.append(AGAIN.fill(known))
        elif line.final is None:
            self.report.append(NO_MARK.fill(known))
        else:
            if line.remark is not None:
                self.report.append(PROVISIONAL.fill({**known, "remark": line.remark}))
            return line.final
        return None


def _identity(file: PlatformFile, known: Collection[str]) -> int:
    """The column in which most numbers of the class stand."""
    counts = [sum(fold(_cell(cells, at)) in known for cells in file.rows[1:]) for at in range(len(file.head))]
    if not any(counts):
        raise ReaderError(NOBODY)
    return counts.index(max(counts))


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _possible(file: PlatformFile, column: int) -> Fraction:
    """What the platform says is possible in a column; 100 if it does not say."""
    for cells in file.rows[1:4]:
        if _is_about_columns(cells):
            said = _cell(cells, column).strip()
            return Fraction(said) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", said) else Fraction(100)
    maximum = next((at for at, title in enumerate(file.head) if title.strip() == "Maximum Grade"), None)
    said = _cell(file.rows[1], maximum).strip() if maximum is not None and len(file.rows) > 1 else ""
    return Fraction(said) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", said) else Fraction(100)


def _is_about_columns(cells: Sequence[str]) -> bool:
    """Whether a row says something of the columns and not of a student, as Points Possible does."""
    return _cell(cells, 0).strip() == "Points Possible" or not _cell(cells, 0).strip()


def _name(head: Sequence[str], cells: Sequence[str]) -> str:
    """The name in a row, put together if it stands in two columns."""
    kinds = [kind_of(title) for title in head]
    full = next((_cell(cells, at) for at, kind in enumerate(kinds) if kind == "name"), "")
    parts = [_cell(cells, at) for at, kind in enumerate(kinds) if kind in {"given", "family"}]
    return full or " ".join(filter(None, parts))


def _is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same however they are ordered: Smith, Anna is Anna Smith, 华 李 is 李华."""
    return _pieces(one) == _pieces(other)


def _pieces(name: str) -> list[str]:
    is_chinese = any("\u3400" <= sign <= "\u9fff" for sign in name)
    return (
        sorted(fold(name.replace(",", " ")))
        if is_chinese
        else sorted(name.replace(",", " ").casefold().split())
    )
