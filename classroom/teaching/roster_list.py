"""A class list as teachers have it: pasted or in a file, one student a line, with or without numbers."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import StringIO
from typing import Final

from classroom.teaching import roster_report as say
from classroom.teaching.roster_entry import ClassList, RosterEntry
from classroom.teaching.roster_heads import HEAD_WITHIN, is_head, is_number, kind_of, looks_like_name
from classroom.teaching.roster_rows import RosterRow, read_rows, row_of
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.spreadsheets.sheet import MAX_COLUMNS, Sheet, error_in
from interchange.spreadsheets.tables import is_table, read_tables
from interchange.uploads import words_of

MOST_LINES: Final = 3_000
"""Lines of a list, heads, notes and empty lines of other classes among them."""
LONGEST: Final = 20_000
"""Characters of a line; the head of a grade book names every task of the term."""
MOST_BROKEN: Final = 100
"""Lines over which one cell in quotation marks may go."""

LineSplitter = Callable[[str], list[str]]
_MARKS: Final = ("\t", ",", "，", ";", "；")
_INVISIBLE: Final = str.maketrans("", "", "\ufeff\u200b\u200c\u2060")
_HAN_NAMES: Final = re.compile(r"[\u3400-\u9fff·]{2,4}")
_HAN_WORDS: Final = re.compile(r"[\u3400-\u9fff·]+")
_BETWEEN: Final = re.compile(r"[,，;；/]")
_OPENS: Final = re.compile(r"""(?:^|[\t,;，；])\s{0,9}"(?:[^"]|"")*$""")
"""A cell that begins with a quotation mark and does not end in its line."""
_COUNTED: Final = re.compile(r"(?<!\S)(?=\d{1,3}[.)、．）])")


def read_list(text: str) -> ClassList:
    """Students from pasted text: a name a line, number and name, or columns split by tabs or commas.

    A ReaderError if there is no name in it, or more than a class has.

    >>> read_list("1 Li Hua\\n2 Wu Min").entries[1]
    RosterEntry(number='2', name='Wu Min')
    """
    lines = [(n, line) for n, line in _whole_lines(text.splitlines()) if line.strip()]
    _check_size(lines)
    said = [(n, line.translate(_INVISIBLE)) for n, line in lines]
    cut = _cut([line for _, line in said])
    return read_rows(
        [row_of(n, cells) for n, line in said for cells in _several(cut(line), is_only=len(said) == 1)]
    )


def write_list(entries: Sequence[RosterEntry]) -> str:
    """The students as text that `read_list` reads as the same again, as plain as that allows.

    >>> write_list([RosterEntry("", "Li Hua"), RosterEntry("", "Wu Min")])
    'Li Hua\\nWu Min'
    >>> write_list([RosterEntry("2024001", "Li Hua")])
    '2024001\\tLi Hua'
    """
    names = [entry.name for entry in entries]
    rows = [(entry.number, entry.name) if entry.number else (entry.name,) for entry in entries]
    for text in ("\n".join(names), _as_rows(rows)):
        if _says(text, entries):
            return text
    return _as_rows([("学号", "姓名"), *((entry.number, entry.name) for entry in entries)])


def read_file(data: bytes) -> ClassList:
    """Students from a file: a sheet of Excel, a web page with a table, or text in any usual code.

    A ReaderError says what to do if it cannot be used.
    """
    if not is_table(data):
        words = words_of(data)
        return _with_notes(read_list(words.text), [words.note])
    file = read_tables(data)
    shown = [sheet for sheet in file.sheets if sheet.rows and not sheet.is_hidden]
    if not shown:
        raise ReaderError(say.NOBODY)
    chosen = next((sheet for sheet in shown if _has_head(sheet)), shown[0])
    rows = [_row(chosen, number) for number in sorted(chosen.rows)]
    _check_size([(row.line, "".join(row.cells)) for row in rows])
    others = [sheet for sheet in file.sheets if sheet.rows and sheet is not chosen]
    unread = [(say.HIDDEN if one.is_hidden else say.UNREAD).fill({"name": one.name}) for one in others]
    cut = say.TOO_WIDE.fill({"most": MAX_COLUMNS}) if chosen.is_cut else None
    return _with_notes(read_rows(rows), [file.note, *unread, cut])


def _with_notes(read: ClassList, notes: Sequence[Text | None]) -> ClassList:
    """The list with notes on the whole file before the others."""
    return ClassList(read.entries, (*filter(None, notes), *read.report))


def _has_head(sheet: Sheet) -> bool:
    first = sorted(sheet.rows)[:HEAD_WITHIN]
    return any(is_head(_row(sheet, number).cells) for number in first)


def _row(sheet: Sheet, number: int) -> RosterRow:
    cells = sheet.rows[number]
    errors = {column: why for column, cell in cells.items() if (why := error_in(cell))}
    notes = {**sheet.notes.get(number, {}), **errors}
    texts = ["" if n in errors else cells.get(n, "") for n in range(1, max(cells, default=0) + 1)]
    return row_of(number, texts, {column - 1: note for column, note in notes.items()})


def _says(text: str, entries: Sequence[RosterEntry]) -> bool:
    try:
        return read_list(text).entries == tuple(entries)
    except ReaderError:
        return False


def _as_rows(rows: Sequence[Sequence[str]]) -> str:
    lines = StringIO()
    csv.writer(lines, delimiter="\t", lineterminator="\n").writerows(rows)
    return lines.getvalue().rstrip("\n")


def _check_size(lines: Sequence[tuple[int, str]]) -> None:
    """A ReaderError if there are more lines than a list has, or one is no line of a list."""
    if len(lines) > MOST_LINES:
        raise ReaderError(say.LINES.fill({"count": len(lines), "most": MOST_LINES}))
    for number, line in lines:
        if len(line) > LONGEST:
            raise ReaderError(say.LONG_LINE.fill({"line": number, "count": len(line), "most": LONGEST}))


def _whole_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; those over which a cell in quotation marks goes are one line."""
    at = 0
    while at < len(lines):
        end, marks = at, lines[at].count('"')
        if marks % 2 and _OPENS.search(lines[at]):
            for further in range(at + 1, min(at + MOST_BROKEN, len(lines))):
                marks += lines[further].count('"')
                if marks % 2 == 0:
                    end = further
                    break
        yield at + 1, " ".join(lines[at : end + 1])
        at = end + 1


def _several(cells: list[str], *, is_only: bool) -> list[list[str]]:
    """A line of names is a student a name; a number before 、 only counts the line."""
    line = " ".join(cell.strip() for cell in cells)
    if len(cells) == 1 and len(counted := _COUNTED.split(line)) > 2:
        return [[piece.strip()] for piece in counted if piece.strip()]
    names = line.split("、")
    if len(cells) == 1 and len(names) > 1 and not any(sign.isdigit() for sign in line):
        return [[name] for name in names]
    words = line.split()
    if is_only and len(words) > 2 and all(map(_HAN_NAMES.fullmatch, words)):
        return [[name] for name in words]
    names = [name.strip() for name in _BETWEEN.split(line)]
    is_row_of_names = is_only and len(cells) == 1 and len(names) > 2 and all(map(looks_like_name, names))
    return [[name] for name in names] if is_row_of_names else [cells]


def _cut(lines: Sequence[str]) -> LineSplitter:
    """How a line is cut into columns: by the mark that gives a head, else by that of most lines."""
    counts = {mark: sum(mark in line for line in lines) for mark in _MARKS}
    ways = [_by(mark) for mark in sorted(_MARKS, key=lambda mark: -counts[mark]) if counts[mark]]
    head = lines[:HEAD_WITHIN]
    for way in ways:
        if any(len(cells := way(line)) > 1 and is_head(cells) for line in head):
            return way
    return _by_usual(lines, counts) or _by_blanks(lines) or (lambda line: [line])


def _by_usual(lines: Sequence[str], counts: dict[str, int]) -> LineSplitter | None:
    """By the mark that most lines have, if at least half of them do; Smith, Anna is one name."""
    most = max(counts, key=lambda mark: counts[mark])
    if not counts[most] or counts[most] * 2 < len(lines):
        return None
    are_names = most == "," and not any(is_number(cell) for line in lines for cell in line.split(","))
    is_family_first = all(", " in line for line in lines if "," in line)
    is_han = all(map(_HAN_WORDS.fullmatch, (cell.strip() for line in lines for cell in line.split(","))))
    return None if are_names and is_family_first and not is_han else _by(most)


def _by_blanks(lines: Sequence[str]) -> LineSplitter | None:
    """By blanks, under a head that is, or where all lines have as many Chinese words and a number."""
    for line in lines[:HEAD_WITHIN]:
        words = line.split()
        if len(words) > 1 and is_head(words):
            return partial(_by_blank, len(words), kind_of(words[-1]) == "name")
    rows = [line.split() for line in lines]
    words = [word for row in rows for word in row if not is_number(word)]
    is_even = len({len(row) for row in rows}) == 1 and len(rows[0]) > 2
    has_numbers = all(any(map(is_number, row)) for row in rows)
    return str.split if is_even and has_numbers and all(map(_HAN_WORDS.fullmatch, words)) else None


def _by_blank(columns: int, ends_with_name: bool, line: str) -> list[str]:
    """As many words as there are heads; a line of fewer or more stays whole: nobody knows which is which."""
    words = line.split(None, columns - 1) if ends_with_name else line.split()
    return words if len(words) == columns else [line]


def _by(mark: str) -> LineSplitter:
    def cut(line: str) -> list[str]:
        try:
            return next(csv.reader([line.replace("\x00", " ")], delimiter=mark), [])
        except csv.Error:
            return line.split(mark)

    return cut
