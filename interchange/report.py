"""What teachers are told after an export or import: what was lost, and what became of each row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from courseware.language import conventions
from courseware.text import Language, Text
from exercises.portable.question import Loss, RowReport

_VERSION: Final = re.compile(r"-v\d+$")


@dataclass(frozen=True)
class Lost:
    """Something that does not travel, and the items that it was lost from; none means all of them."""

    what: Text
    items: tuple[str, ...]


def losses_by_kind(losses: Iterable[Loss]) -> tuple[Lost, ...]:
    """The losses, each said once with the items it concerns; first what concerns all of them.

    The versions of an item that is drawn are one item.
    """
    found: dict[Text, list[str]] = {}
    for loss in losses:
        found.setdefault(loss.what, []).append(_VERSION.sub("", loss.item))
    lost = (Lost(what, tuple(dict.fromkeys(filter(None, items)))) for what, items in found.items())
    return tuple(sorted(lost, key=lambda one: len(one.items) > 0))


def say_losses(losses: Sequence[Loss], language: Language) -> Iterator[str]:
    """The losses in lines for a terminal."""
    if not losses:
        yield _NOTHING[language]
        return
    yield _LOST[language]
    for lost in losses_by_kind(losses):
        yield f"  {lost.what[language]}"
        if lost.items:
            yield f"    {conventions(language).list_comma.join(lost.items)}"


def say_rows(rows: Sequence[RowReport], language: Language) -> Iterator[str]:
    """What became of each row, in lines for a terminal, and how many were taken."""
    for row in rows:
        mark = "+" if row.ok else "−"
        place = _ROW.fill({"row": row.row})[language] if row.row else _FILE[language]
        name = f" {row.name}" if row.name else ""
        yield f"{mark} {place}{name}: {row.message[language]}"
    taken, left = counted(rows)
    yield _COUNT.fill({"taken": taken, "left": left})[language]


def counted(rows: Sequence[RowReport]) -> tuple[int, int]:
    """How many questions were taken and how many not; what is said of the whole file is none."""
    asked = [row.ok for row in rows if row.is_question]
    return sum(asked), len(asked) - sum(asked)


_NOTHING: Final = Text(en="Everything travelled.", zh="内容全部导出。")
_LOST: Final = Text(en="What did not travel as it is:", zh="以下内容未能原样导出：")
_ROW: Final = Text(en="row {row}", zh="第 {row} 行")
_FILE: Final = Text(en="the file", zh="整个文件")
_COUNT: Final = Text(en="{taken} taken, {left} not taken.", zh="已读取 {taken} 题，未读取 {left} 题。")
