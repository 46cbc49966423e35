"""Draws boxes, arrows and words that fit into them, as SVG in the colours of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Final, Literal
from unicodedata import category

from courseware.problem import ReaderError
from courseware.text import Text

WIDTH: Final = 480
"""How wide every drawing is; its height follows from what is drawn."""
LARGEST: Final = 18
SMALLEST: Final = 12
"""Sizes of letters in a drawing of that width; on a phone it is three quarters as wide."""
_WHOLE: Final = 15
"""Words that fit on one line in letters of this size are not cut, for Chinese may be cut within a word."""
_LEADING: Final = 1.25
_WIDE: Final = 0x2E80
"""From here on characters are as wide as they are high."""
_NO_LINE_BEGINS: Final = frozenset("，。、；：！？）」”》…·,.;:!?)%")

Point = tuple[float, float]
Tone = Literal["plain", "quiet", "strong"]
_FILLS: Final[dict[Tone, str]] = {
    "plain": "fill:color-mix(in srgb, currentColor 4%, transparent)",
    "quiet": "fill:none;stroke-dasharray:5 4",
    "strong": "fill:color-mix(in srgb, var(--st-primary-color, #0072b2) 16%, transparent);"
    "stroke:var(--st-primary-color, #0072b2)",
}
ACCENT: Final = "var(--st-primary-color, #0072b2)"


def width_of(words: str, size: float) -> float:
    """About how wide a line of these words is; never much less than it will be.

    >>> width_of("客户", 10)
    20.0
    """
    seen = [one for one in words if category(one) != "Cf"]  # what joins or parts words is not seen itself
    return size * sum(1.0 if ord(one) >= _WIDE else 0.7 if one.isupper() else 0.58 for one in seen)


def _pieces(words: str) -> list[str]:
    """What a line may end behind: a Latin word with its blank, or one Chinese character."""
    pieces: list[str] = []
    for one in words:
        before = pieces[-1] if pieces else ""
        joins = before and not before.endswith(" ") and ord(one) < _WIDE and ord(before[-1]) < _WIDE
        if joins or (before and (one in _NO_LINE_BEGINS or one == " ")):
            pieces[-1] += one
        else:
            pieces.append(one)
    return pieces


def _filled(pieces: Sequence[str], room: float, size: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and width_of((lines[-1] + piece).rstrip(), size) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.strip() for line in lines]


def _even(pieces: Sequence[str], room: float, size: float) -> list[str]:
    """The same number of lines, each about as long as the others."""
    lines, narrow = _filled(pieces, room, size), room
    while narrow > size:
        narrow -= size / 2
        tried = _filled(pieces, narrow, size)
        if len(tried) > len(lines) or any(width_of(line, size) > narrow for line in tried):
            return lines
        lines = tried
    return lines


@lru_cache(maxsize=2048)
def fit(words: str, width: float, height: float, largest: float = LARGEST) -> tuple[float, tuple[str, ...]]:
    """The largest letters at which the words fit, and their lines; a ReaderError if none are small enough."""
    if (one_line := (width - 2) / max(width_of(words, 1), 1)) >= _WHOLE and height >= _WHOLE * _LEADING:
        return min(largest, one_line, height / _LEADING), (words,)
    pieces, size = _pieces(words), largest
    while size >= SMALLEST:
        lines = _even(pieces, width, size)
        if len(lines) * size * _LEADING <= height and all(width_of(one, size) <= width for one in lines):
            return size, tuple(lines)
        size -= 0.5
    raise ReaderError(_NO_ROOM.fill({"words": words, "width": round(width), "height": round(height)}))


@dataclass
class SvgPen:
    """What has been drawn so far."""

    marks: list[str] = field(default_factory=list)

    def box(self, at: Point, size: Point, name: str, note: str = "", tone: Tone = "plain") -> None:
        """A rounded box with a name, and a note in smaller letters under it."""
        self.frame(at, size, tone)
        (x, y), (width, height) = at, size
        inner = width - 12
        if not note:
            self.words((x + width / 2, y + height / 2), (inner, height - 8), name, heavy=True)
            return
        room = height - 12
        share = _share(name, note, inner)
        self.words((x + width / 2, y + 6 + room * share / 2), (inner, room * share), name, heavy=True)
        middle = y + 6 + room * (1 + share) / 2
        self.words((x + width / 2, middle), (inner, room * (1 - share)), note, largest=LARGEST - 3)

    def frame(self, at: Point, size: Point, tone: Tone = "plain") -> None:
        """A rounded box with nothing in it."""
        self.marks.append(
            f'<rect x="{at[0]:g}" y="{at[1]:g}" width="{size[0]:g}" height="{size[1]:g}" rx="8" '
            f'stroke="currentColor" stroke-opacity=".55" stroke-width="1.5" style="{_FILLS[tone]}"/>'
        )

    def words(
        self, middle: Point, room: Point, said: str, *, heavy: bool = False, largest: float = LARGEST
    ) -> None:
        """Words in the middle of a room, as large as they fit."""
        size, lines = fit(said, *room, largest)
        first = middle[1] - (len(lines) - 1) * size * _LEADING / 2 + size * 0.36
        for number, line in enumerate(lines):
            self.line((middle[0], first + number * size * _LEADING), line, size, heavy=heavy)

    def line(self, at: Point, said: str, size: float, *, heavy: bool = False, anchor: str = "middle") -> None:
        """One line of words on its baseline."""
        weight = ' font-weight="600"' if heavy else ""
        self.marks.append(
            f'<text x="{at[0]:g}" y="{at[1]:.4g}" font-size="{size:.4g}" text-anchor="{anchor}"{weight} '
            f'fill="currentColor" stroke="none">{escape(said)}</text>'
        )

    def arrow(self, *points: Point, has_head: bool = True, is_dashed: bool = False) -> None:
        """A line through the points, with a head at its end."""
        dashes = ' stroke-dasharray="6 5"' if is_dashed else ""
        path = "M" + " L".join(f"{x:.4g} {y:.4g}" for x, y in points)
        self.marks.append(f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.8"{dashes}/>')
        if has_head:
            self._head(points[-2], points[-1])

    def curve(self, points: Sequence[Point], *, is_dashed: bool = False) -> None:
        """A smooth line through the points, in the accent of the page."""
        dashes = ' stroke-dasharray="7 6"' if is_dashed else ""
        self.marks.append(
            f'<path d="{_smooth(points)}" fill="none" stroke-width="3" stroke-linecap="round"{dashes} '
            f'style="stroke:{ACCENT}"/>'
        )

    def _head(self, before: Point, tip: Point) -> None:
        dx, dy = tip[0] - before[0], tip[1] - before[1]
        length = (dx * dx + dy * dy) ** 0.5 or 1
        ux, uy = dx / length * 8, dy / length * 8
        left = f"{tip[0] - ux - uy / 2:.4g} {tip[1] - uy + ux / 2:.4g}"
        right = f"{tip[0] - ux + uy / 2:.4g} {tip[1] - uy - ux / 2:.4g}"
        self.marks.append(
            f'<path d="M{tip[0]:.4g} {tip[1]:.4g} L{left} L{right} Z" fill="currentColor" stroke="none"/>'
        )


def _share(name: str, note: str, width: float) -> float:
    """How much of a box its name takes beside its note."""
    above, below = max(1, width_of(name, LARGEST) / width), max(1, width_of(note, LARGEST - 3) / width)
    return min(0.6, max(0.28, round(above + 0.2) * 1.15 / (round(above + 0.2) * 1.15 + round(below + 0.2))))


def _smooth(points: Sequence[Point]) -> str:
    """A path through the points without corners, by cubic curves of Catmull and Rom."""
    padded = [points[0], *points, points[-1]]

    def pieces() -> Iterator[str]:
        yield f"M{points[0][0]:.4g} {points[0][1]:.4g}"
        for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
            one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
            two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
            yield "C" + " ".join(f"{x:.4g} {y:.4g}" for x, y in (one, two, end))

    return " ".join(pieces())


_NO_ROOM: Final = Text(
    en="“{words}” does not fit into {width} × {height} even in the smallest letters: say it in fewer words.",
    zh="“{words}”用最小的字也放不进 {width} × {height} 的格子：请写短一些。",
)
