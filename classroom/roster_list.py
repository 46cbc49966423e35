"""A class list as teachers have it: pasted or in a file, one student a line, with or without numbers."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Final

from classroom.plain import one_line
from classroom.tables import NAME
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.carry.uploads import words_of
from exercises.carry.xuexitong.grid import UNREADABLE
from exercises.carry.xuexitong.tables import is_table, read_tables

MOST: Final = 500
"""Students in one class."""
MOST_LINES: Final = 3_000
"""Lines of a list, heads, notes and empty lines of other classes among them."""
LONGEST: Final = 1_000
"""Characters of a line: a number, a name and twenty columns more."""

_NAMES: Final = ("姓名", "学生姓名", "名字", "name", "student name", "full name", "student")
_NUMBERS: Final = (
    "学号",
    "学生学号",
    "student number",
    "student id",
    "学籍号",
    "编号",
    "number",
    "id",
    "no",
    "no.",
    "序号",
)
_NUMBER: Final = re.compile(r"[A-Za-z]{0,4}[-_]?\d[\dA-Za-z_/-]{0,23}")
_ENDS: Final = ".)、．）:："
_BEFORE: Final = re.compile(r"(\d{1,24})(?:[.)、．）:：]\s*|(?=[^\d\sA-Za-z_/-]))(\D.*)")
_AFTER: Final = re.compile(r"(.*\D)\s+(\d{2,24})")
_HEAD_WITHIN: Final = 10
_DECORATION: Final = re.compile(r"\([^()]*\)|[\s*:]")
_KEPT_ZEROS: Final = re.compile(r"""="([^"]*)"|'(\d.*)""")
_FOOTER: Final = re.compile(
    r"(?:合计|总计|小计|共计|任课教师|任课老师|班主任|制表|签名|签字|total\b)", re.IGNORECASE
)
_INVISIBLE: Final = str.maketrans("", "", "\ufeff\u200b\u200c\u2060")


@dataclass(frozen=True)
class Entry:
    """One student as the list says; `number` may be empty."""

    number: str
    name: str


@dataclass(frozen=True)
class ClassList:
    """What was read: the students in their order, and what was left out and why."""

    entries: tuple[Entry, ...]
    left_out: tuple[Text, ...] = ()


def read_list(text: str) -> ClassList:
    """Students from pasted text: a name a line, number and name, or columns split by tabs or commas.

    A ReaderError if there is no name in it, or more than a class has.

    >>> read_list("1 Li Hua\\n2 Wu Min").entries[1]
    Entry(number='2', name='Wu Min')
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    _check_size(lines)
    said = [(n, line.translate(_INVISIBLE)) for n, line in lines]
    mark = _mark([line for _, line in said])
    return _read([(n, cells) for n, line in said for cells in _several(_cells(line, mark))])


def _several(cells: list[str]) -> list[list[str]]:
    """A line of names between 、 is a student a name; a number before 、 only counts the line."""
    names = cells[0].split("、") if len(cells) == 1 else []
    are_names = len(names) > 1 and not any(sign.isdigit() for sign in cells[0])
    return [[name] for name in names] if are_names else [cells]


def write_list(entries: Sequence[Entry]) -> str:
    """The students as text that `read_list` reads as the same again, as plain as that allows.

    >>> write_list([Entry("", "Li Hua"), Entry("", "Wu Min")])
    'Li Hua\\nWu Min'
    >>> write_list([Entry("2024001", "Li Hua")])
    '2024001\\tLi Hua'
    """
    names = [entry.name for entry in entries]
    rows = [(entry.number, entry.name) if entry.number else (entry.name,) for entry in entries]
    for text in ("\n".join(names), _as_rows(rows)):
        if _says(text, entries):
            return text
    return _as_rows([("学号", "姓名"), *((entry.number, entry.name) for entry in entries)])


def _says(text: str, entries: Sequence[Entry]) -> bool:
    try:
        return read_list(text).entries == tuple(entries)
    except ReaderError:
        return False


def _as_rows(rows: Sequence[Sequence[str]]) -> str:
    lines = StringIO()
    csv.writer(lines, delimiter="\t", lineterminator="\n").writerows(rows)
    return lines.getvalue().rstrip("\n")


def read_file(data: bytes) -> ClassList:
    """Students from a file: an Excel sheet (.xlsx), or text in any usual code.

    A ReaderError says what to do if it cannot be used.
    """
    if not is_table(data):
        words = words_of(data)
        read = read_list(words.text)
        return replace(read, left_out=(words.note, *read.left_out)) if words.note else read
    sheets = [sheet for sheet in read_tables(data).sheets if sheet.rows]
    if not sheets:
        raise ReaderError(_NOBODY)
    first, *others = sheets
    rows = [(row, _of_sheet(first.rows[row])) for row in sorted(first.rows)]
    _check_size([(row, "".join(cells)) for row, cells in rows])
    read, unread = _read(rows), tuple(_UNREAD.fill({"name": other.name}) for other in others)
    return ClassList(read.entries, (*unread, *read.left_out))


def _check_size(lines: Sequence[tuple[int, str]]) -> None:
    """A ReaderError if there are more lines than a list has, or one is no line of a list."""
    if len(lines) > MOST_LINES:
        raise ReaderError(_LINES.fill({"count": len(lines), "most": MOST_LINES}))
    for number, line in lines:
        if len(line) > LONGEST:
            raise ReaderError(_LONG_LINE.fill({"line": number, "count": len(line), "most": LONGEST}))


def _of_sheet(cells: Mapping[int, str]) -> list[str]:
    texts = [cells.get(column, "") for column in range(1, max(cells, default=0) + 1)]
    return ["" if text.startswith(UNREADABLE) else text for text in texts]


def _mark(lines: Sequence[str]) -> str | None:
    """What stands between columns: the mark that most lines have, if at least half of them do."""
    counts = {mark: sum(mark in line for line in lines) for mark in ("\t", ",", "，", ";", "；")}
    most = max(counts, key=lambda mark: counts[mark])
    if not counts[most] or counts[most] * 2 < len(lines):
        return None
    are_names = most == "," and not any(_is_number(cell) for line in lines for cell in line.split(","))
    is_family_first = all(", " in line for line in lines if "," in line)
    return None if are_names and is_family_first and not _head([lines[0].split(",")]) else most


def _cells(line: str, mark: str | None) -> list[str]:
    if mark is None:
        return [line]
    try:
        return next(csv.reader([line.replace("\x00", " ")], delimiter=mark), [])
    except csv.Error:
        return line.split(mark)


def _read(rows: Sequence[tuple[int, Sequence[str]]]) -> ClassList:
    tidy = [(line, [_bare(one_line(cell.translate(_INVISIBLE))) for cell in row]) for line, row in rows]
    head = _head([row for _, row in tidy[:_HEAD_WITHIN]])
    start, columns = (head[0] + 1, head[1:]) if head else (0, None)
    found: dict[Entry, int] = {}
    left_out = []
    for line, row in tidy[start:]:
        entry = _of_columns(row, *columns) if columns else _of_row([cell for cell in row if cell])
        if entry is None:
            continue
        if _FOOTER.match(next(filter(None, row))):
            left_out.append(_NO_STUDENT.fill({"line": line, "words": " ".join(row)[:40]}))
            continue
        if entry in found:
            left_out.append(_AGAIN.fill({"line": line, "name": entry.name, "first": found[entry]}))
        elif len(entry.name) > NAME or len(entry.number) > NAME:
            left_out.append(_LONG.fill({"line": line, "most": NAME}))
        else:
            found[entry] = line
    if not found:
        raise ReaderError(_NOBODY)
    if len(found) > MOST:
        raise ReaderError(_MANY.fill({"count": len(found), "most": MOST}))
    return ClassList(tuple(found), tuple(left_out))


def _head(rows: Sequence[Sequence[str]]) -> tuple[int, int, int | None] | None:
    """The row of the head, the column of names, and that of numbers if there is one."""
    for number, row in enumerate(rows):
        cells = [_title(cell) for cell in row]
        names = [cells.index(_title(head)) for head in _NAMES if _title(head) in cells]
        if names:
            numbers = [cells.index(_title(head)) for head in _NUMBERS if _title(head) in cells]
            return number, names[0], numbers[0] if numbers else None
    return None


def _title(cell: str) -> str:
    """A head without what decorates it: 学 号, 学号*, 姓名（必填）."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", cell)).lower()


def _bare(cell: str) -> str:
    """A cell without the marks by which people keep the zeros of a number: ="0012", '0012."""
    found = _KEPT_ZEROS.fullmatch(cell)
    return (found[1] or found[2]) if found else cell


def _of_columns(row: Sequence[str], name: int, number: int | None) -> Entry | None:
    said = row[name] if name < len(row) else ""
    if not said:
        return None
    return Entry(row[number] if number is not None and number < len(row) else "", said)


def _of_row(cells: Sequence[str]) -> Entry | None:
    """The student of a row without a head: the longest number, and the first cell that is none."""
    if not cells:
        return None
    if len(cells) == 1:
        return _of_line(cells[0])
    numbers = [_plain(cell) for cell in cells if _is_number(cell)]
    names = [cell for cell in cells if not _is_number(cell)]
    if not names:
        return Entry("", numbers[-1])
    return Entry(max(numbers, key=len, default=""), names[0])


def _of_line(line: str) -> Entry:
    first, _, rest = line.partition(" ")
    if rest and _is_number(first):
        return Entry(_plain(first), rest.strip())
    if found := _BEFORE.fullmatch(line):
        return Entry(found[1], found[2].strip())
    if found := _AFTER.fullmatch(line):
        return Entry(found[2], found[1].strip())
    return Entry("", line)


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip().rstrip(_ENDS)


_NOBODY: Final = Text(
    en="There is no name in this. Write one student a line: a name, or a number and a name.",
    zh="没有读到姓名。请每行写一名学生：只写姓名，或写学号和姓名。",
)
_MANY: Final = Text(
    en="These are {count} students; a class has at most {most}. Is this the right file?",
    zh="共读到 {count} 名学生，一个班最多 {most} 名。请确认文件是否正确。",
)
_LINES: Final = Text(
    en="There are {count} lines in this; a class list is read up to {most}. Is this the right file?",
    zh="共有 {count} 行，班级名单最多读取 {most} 行。请确认文件是否正确。",
)
_LONG_LINE: Final = Text(
    en="Line {line} has {count} characters; a line of a class list has at most {most}. "
    "Write one student a line.",
    zh="第 {line} 行有 {count} 个字符，名单的一行最多 {most} 个。请每行只写一名学生。",
)
_UNREAD: Final = Text(
    en="The sheet {name} was not read: a list is one class. Bring it in by itself.",
    zh="工作表“{name}”没有读取：一份名单只对应一个班，请单独导入。",
)
_NO_STUDENT: Final = Text(
    en="Line {line} was taken for a total or a signature and left out: {words}.",
    zh="第 {line} 行像是合计或签名，没有读取：{words}。",
)
_AGAIN: Final = Text(
    en="Line {line} repeats {name} of line {first}.", zh="第 {line} 行的“{name}”与第 {first} 行重复。"
)
_LONG: Final = Text(
    en="Line {line} is too long for a name (at most {most} characters).",
    zh="第 {line} 行作为姓名太长（最多 {most} 个字符）。",
)
