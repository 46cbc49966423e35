"""What stands in a cell: a mark from 0 to 100, or whether somebody was there."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Final

from classroom.gradebook.attendance import Attendance
from courseware.text import Text

NO_MARK: Final = Text(
    en="{said} is no mark: write a number from 0 to 100.", zh="“{said}”不是成绩，请填 0 到 100 的数。"
)
OUT_OF_RANGE: Final = Text(en="{said} is not between 0 and 100.", zh="{said} 不在 0 到 100 之间。")
NO_STATUS: Final = Text(
    en="{said} is not known: write present, late, absent or excused (出勤, 迟到, 缺勤, 请假).",
    zh="看不懂“{said}”，请填出勤、迟到、缺勤或请假。",
)
_MARK: Final = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)\s?(?:分|%)?")
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")
_STATUSES: Final[Mapping[Attendance, tuple[str, ...]]] = {
    "present": ("出勤", "出席", "到", "已到", "签到", "√", "✓", "✔", "1", "p", "present", "yes"),
    "late": ("迟到", "早退", "迟", "△", "l", "late"),
    "absent": ("缺勤", "旷课", "缺席", "缺", "旷", "未到", "×", "✗", "x", "0", "a", "absent", "no"),
    "excused": ("请假", "病假", "事假", "公假", "假", "○", "e", "excused"),
}
_KNOWN: Final[Mapping[str, Attendance]] = {
    word: status for status, words in _STATUSES.items() for word in words
}


def read_mark(said: str) -> float | Text:
    """The mark in a cell.

    >>> read_mark("８６.5 分"), read_mark("85%")
    (86.5, 85.0)
    """
    plain = unicodedata.normalize("NFKC", said).strip()
    found = _MARK.fullmatch(plain)
    if found is None:
        return NO_MARK.fill({"said": said})
    value = float(found[1])
    return value if 0 <= value <= 100 else OUT_OF_RANGE.fill({"said": plain})


def read_status(said: str) -> Attendance | Text:
    """Whether somebody was there, in the words and signs of attendance sheets."""
    plain = unicodedata.normalize("NFKC", said).strip().casefold()
    return _KNOWN.get(plain) or NO_STATUS.fill({"said": said})


def read_day(head: str) -> date | None:
    """The day that a column is headed with; None if it is headed with something else.

    >>> read_day("2026年3月2日"), read_day("Mark")
    (datetime.date(2026, 3, 2), None)
    """
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", head).strip())
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
