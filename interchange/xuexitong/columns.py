"""Which column is which, however the head of a sheet is written, ordered or decorated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from courseware.problem import ReaderError
from interchange.spreadsheets.sheet import CellRows
from interchange.spreadsheets.tables import HEAD_WITHIN, Tables, read_tables

_KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "folder": ("目录", "章节", "分类", "题目分类", "所属目录"),
    "kind": ("题目类型", "题型", "试题类型", "类型"),
    "stem": ("大题题干", "题干", "题目", "题目内容", "试题内容", "试题题干"),
    "inner_kind": ("小题题型", "小题类型"),
    "inner_stem": ("小题题干",),
    "answer": ("正确答案", "答案", "参考答案", "标准答案"),
    "explain": ("答案解析", "解析", "试题解析", "题目解析"),
    "difficulty": ("难易度", "难度", "难易程度", "题目难度"),
    "points": ("知识点", "知识点名称"),
    "tags": ("标签",),
    "count": ("选项数", "选项个数", "选项数量"),
}
_NAMES: Final = {title: name for name, titles in _KNOWN.items() for title in titles}
_NEEDED: Final = {"kind", "stem", "answer"}
_OPTION: Final = re.compile(r"(?:选项)?([A-Z])(?:选项)?|选项(\d{1,2})")
_DECORATION: Final = re.compile(r"\([^()]*\)|[\s*:]")


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet by what they hold, those of options in their order."""

    head: int
    """The row of the head."""
    places: Mapping[str, int]
    options: Mapping[int, int]
    """The column of option 0, 1, …"""
    others: Mapping[int, str] = field(default_factory=dict)
    """The titles of columns that say nothing to the lab."""


def columns_of(rows: CellRows) -> Columns | None:
    """The columns, if one of the first rows is a head; None if this sheet holds no questions."""
    for number in sorted(rows)[:HEAD_WITHIN]:
        places: dict[str, int] = {}
        options: dict[int, int] = {}
        others: dict[int, str] = {}
        for column, text in rows[number].items():
            title = _DECORATION.sub("", normalize("NFKC", text)).upper()
            found = _OPTION.fullmatch(title)
            if title in _NAMES:
                places.setdefault(_NAMES[title], column)
            elif found:
                index = ord(found[1]) - ord("A") if found[1] else int(found[2]) - 1
                options.setdefault(index, column)
            elif title:
                others[column] = text.strip()
        if places.keys() >= _NEEDED:
            return Columns(number, places, options, others)
    return None


def question_tables(data: bytes) -> Tables:
    """The sheets of a file in which questions are looked for; a ReaderError if it cannot be used."""
    return read_tables(data, lambda rows: columns_of(rows) is not None)


def is_sheet_of_questions(data: bytes) -> bool:
    """Whether a text is a sheet of questions, saved as CSV or as a web page."""
    try:
        tables = question_tables(data)
    except ReaderError:
        return False
    return any(columns_of(sheet.rows) for sheet in tables.sheets)
