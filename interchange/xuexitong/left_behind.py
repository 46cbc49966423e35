"""What a row of the sheet says that a bank has no place for."""

from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from courseware.text import Text
from exercises.portable.question import Portable
from interchange.unsupported import tags_left_behind
from interchange.xuexitong.answers import truth
from interchange.xuexitong.layout import BETWEEN, JUDGED, NOTE, REASON
from interchange.xuexitong.row import DIFFICULTIES, SheetRow, whole


def pieces(row: SheetRow) -> Iterator[str]:
    """The texts of a row, line by line, save for what is said of its kind and for what others tell."""
    is_judged = normalize("NFKC", whole(row["kind"])) in JUDGED
    silent = {row.columns.places.get(name, 0) for name in _SILENT}
    for column, cell in row.cells.items():
        lines = cell.splitlines() if column not in silent else ()
        for line in (one.strip(f" {BETWEEN}{REASON}") for one in lines):
            if is_judged and truth(line.partition("：")[0]) is not None:  # of a reason, what it is about
                yield line.partition("：")[2]
            elif not line.startswith(NOTE):
                yield line.rpartition(_BLANK)[2]  # of the line in which the answer goes, its unit


def left_behind(row: SheetRow, portable: Portable) -> Iterator[Text]:
    """Its tags, a difficulty that the lab does not know, and cells under heads that it does not know."""
    if tags := [tag for tag in portable.tags if tag not in row.named_points()]:
        yield tags_left_behind(tags)
    level = whole(row["difficulty"])
    if level and normalize("NFKC", level).upper() not in DIFFICULTIES:
        yield _DIFFICULTY.fill({"level": level[:20]})
    for column, title in row.columns.others.items():
        if said := " ".join(row.cells.get(column, "").split()):
            yield _COLUMN.fill({"title": title[:20], "said": said[:40]})


_BLANK: Final = "____"
_SILENT: Final = ("kind", "inner_kind", "answer", "difficulty", "count", "points", "tags")
_DIFFICULTY: Final = Text(
    en="Its difficulty “{level}” is none of 易, 中, 难; 中 was taken.",
    zh="难度“{level}”不是易、中、难之一，按“中”导入。",
)
_COLUMN: Final = Text(en="{title} was left behind: {said}.", zh="“{title}”没有带入：{said}。")
