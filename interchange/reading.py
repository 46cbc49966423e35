"""Takes questions out of a file one by one, and says of each what became of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from courseware.phrases import sentences
from courseware.problem import ReaderError
from courseware.text import Text, in_each
from exercises.portable.question import Portable, RowReport
from interchange.conversion import fit
from interchange.unreported import unsaid
from interchange.uploads import MOST_QUESTIONS

ReadQuestions = tuple[tuple[Portable, ...], tuple[RowReport, ...]]
"""The questions that were taken, and a report of every one that was found."""


@dataclass(frozen=True)
class FoundQuestion:
    """A question as it was found: where, what it is called, and how to read it.

    `read` gives the question with notes on what was left behind, or raises a ReaderError. `pieces` are all
    texts that the file says in it, so that none of them goes without a word.
    """

    row: int
    name: str
    read: Callable[[], tuple[Portable, list[Text]]]
    pieces: Callable[[], Iterable[str]] = tuple


def take(found: Iterable[FoundQuestion], of_file: Text | None = None) -> ReadQuestions:
    """Every question that can be read and can stand in a bank, and what is to be said of each.

    `of_file` is what is to be said of the whole file before.
    """
    portables: list[Portable] = []
    rows = [about_file(of_file)] if of_file else []
    for tried, one in enumerate(found):
        if tried >= MOST_QUESTIONS:
            rows.append(RowReport(one.row, one.name, ok=False, message=_TOO_MANY))
            break
        try:
            portable, notes = one.read()
            fitted, more = fit(portable)
            told = [*notes, *more]
            told += unsaid(one.pieces(), fitted, told)
        except ReaderError as error:
            rows.append(RowReport(one.row, one.name, ok=False, message=error.text))
            continue
        portables.append(fitted)
        rows.append(RowReport(one.row, one.name, ok=True, message=_said(told)))
    return tuple(portables), tuple(rows)


def about_file(message: Text, name: str = "", *, ok: bool = True) -> RowReport:
    """What is said of a whole file, or of the part of it that is called `name`."""
    return RowReport(0, name, ok=ok, message=message)


def name_for(id_: str, name: str, stem: Text) -> tuple[str, Text]:
    """An id and a name for a question that may have come with neither."""
    shown = name.strip() or f"{stem.en[:40]}…"
    return id_.strip() or shown, Text(en=shown, zh=shown)


def holding_for_both(name: Text | None) -> Text | None:
    """A name, which in one language holds for both."""
    return in_each(name.__getitem__) if name else None


def said_with(what: Text, names: Iterable[str]) -> Text:
    """A sentence about several things, named in order."""
    listed = sorted(set(names))
    return what.fill({"en": ", ".join(listed), "zh": "、".join(_IN_CHINESE.get(one, one) for one in listed)})


def one_line(text: str, longest: int = 80) -> str:
    """A name as it stands in a report."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _said(notes: list[Text]) -> Text:
    if not notes:
        return _AS_IT_IS
    return sentences(*notes)


LEFT_BEHIND: Final = Text(en="Left behind: {en}.", zh="没有带入：{zh}。")
_AS_IT_IS: Final = Text(en="Taken as it is.", zh="原样导入。")
_TOO_MANY: Final = Text(
    en=f"No more than {MOST_QUESTIONS} questions are taken from one file; split it.",
    zh=f"一个文件最多导入 {MOST_QUESTIONS} 道题，请拆分文件。",
)
_IN_CHINESE: Final = {
    "picture": "图片",
    "sound": "声音",
    "film": "视频",
    "link": "链接",
    "other languages": "其他语言",
    "file": "文件",
    "letters of a list": "列表的字母编号",
    "joined cells": "合并的单元格",
    "embedded object": "嵌入的对象",
    "underlining": "下划线",
    "crossing out": "删除线",
    "formula in MathML": "MathML 公式",
    "colour": "颜色",
    "pronunciation": "注音",
    "rubric": "评分说明",
    "style sheet": "样式表",
    "printed variable": "变量",
    "help on request": "按需显示的帮助",
}
