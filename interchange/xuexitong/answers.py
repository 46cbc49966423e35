"""Answers as teachers type them into the sheet: A、B，Ｄ；对；√；12.5；60%；1～9."""

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from exercises.portable.question import PortableNumber
from exercises.typed import MAX_TYPED, read_number
from interchange.uploads import check_count

_BETWEEN: Final = re.compile(r"[\s,;、/|和与及.。]+")
_PIECES: Final = re.compile(r"[;；]")
_NUMBER: Final = r"[+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?"
_RANGE: Final = re.compile(rf"({_NUMBER})\s*(?:-|~|至|到)\s*({_NUMBER})", re.IGNORECASE)
_DASHES: Final = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "～": "~", "〜": "~"})
_TRUE: Final = {"正确", "对", "是", "√", "✓", "✔", "T", "TRUE", "YES", "Y", "RIGHT", "1"}
_FALSE: Final = {"错误", "错", "否", "×", "✗", "✘", "X", "F", "FALSE", "NO", "N", "WRONG", "0"}


@dataclass(frozen=True)
class Filled:
    """The numbers that a fill-in answer accepts, and whether they were written as per cent."""

    numbers: tuple[PortableNumber, ...]
    is_percent: bool


def letters(answer: str, count: int) -> list[int] | None:
    """The options that an answer such as ABD names, in its order; None if it names none or a strange one."""
    plain = _BETWEEN.sub("", _shown(answer)).upper()
    places = [ord(letter) - ord("A") for letter in plain if "A" <= letter <= "Z"]
    is_sound = len(places) == len(plain) > 0 and max(places) < count and len(set(places)) == len(places)
    return places if is_sound else None


def truth(answer: str) -> bool | None:
    """Whether a 判断题 says right (True) or wrong (False); None if it says neither."""
    plain = _shown(answer).upper().strip("。.()")
    return True if plain in _TRUE else False if plain in _FALSE else None


def fill_in(answer: str) -> Filled | None:
    """The numbers of a fill-in answer; None if some of it is no number."""
    ranges: list[tuple[float, float]] = []
    points: list[float] = []
    is_percent = False
    pieces = _PIECES.split(answer)
    check_count(len(pieces))
    for piece in filter(None, map(_shown, pieces)):
        found = _RANGE.fullmatch(piece) if len(piece) <= 2 * MAX_TYPED else None
        typed = None if found else read_number(piece)
        if found:
            low, high = (float(side.replace(",", "")) for side in found.groups())
            ranges.append((min(low, high), max(low, high)))
        elif typed is None:
            return None
        else:
            is_percent |= typed.is_percent
            points.append(typed.value * 100 if typed.is_percent else typed.value)
    numbers = [_middle(low, high) for low, high in ranges]
    alone = [point for point in points if not any(low <= point <= high for low, high in ranges)]
    numbers += [PortableNumber(point, 0.0, 1.0) for point in dict.fromkeys(alone)]
    return Filled(tuple(numbers), is_percent) if numbers else None


def _middle(low: float, high: float) -> PortableNumber:
    return PortableNumber(_tidy((low + high) / 2), _tidy((high - low) / 2), 1.0)


def _tidy(value: float) -> float:
    """Without the noise that taking a mean leaves behind."""
    return float(f"{value:.12g}")


def _shown(text: str) -> str:
    return normalize("NFKC", text).translate(_DASHES).strip()
