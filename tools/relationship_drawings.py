"""Draws the life cycle of a relationship and the time line of CRM, in both languages."""

from collections.abc import Iterator
from typing import Final, Literal

from PIL import Image, ImageDraw, ImageFont

Language = Literal["en", "zh"]
Point = tuple[float, float]

FINE: Final = 3
"""So many times larger everything is drawn and then made smaller, for smooth edges."""
INK, GREY, PINK, BLUE, GREEN, ORANGE = "#1a2433", "#8a8f98", "#cc79a7", "#0072b2", "#009e73", "#d55e00"
PALE: Final = ("#f1f1f2", "#e0eef6", "#e0f3ee", "#faebe0")
FONT: Final = "NotoSansCJK-{}.ttc"
"""On Debian and Ubuntu: apt install fonts-noto-cjk."""
SIMPLIFIED: Final = 2
"""The place of simplified Chinese in that file."""
STAGES: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("exploration", "build-up", "stability", "decline"),
    "zh": ("考察期", "形成期", "稳定期", "退化期"),
}
AXES: Final[dict[Language, tuple[str, str]]] = {
    "en": ("value of the relationship", "time"),
    "zh": ("关系的价值", "时间"),
}
EDGES: Final = (70, 330, 600, 890, 1130)
CURVE: Final = (
    ((70, 250), (170, 245), (250, 240), (330, 200)),
    ((330, 200), (410, 160), (470, 70), (620, 62)),
    ((620, 62), (770, 54), (850, 62), (900, 70)),
    ((900, 70), (950, 78), (1030, 150), (1120, 240)),
)
"""Four Bézier curves, one after the other."""
STOPS: Final[dict[Language, tuple[tuple[str, str], ...]]] = {
    "en": (
        ("early 1980s", "contact\nmanagement"),
        ("early 1990s", "customer\ncare"),
        ("mid-1990s", "CRM"),
        ("2000s", "online\nCRM"),
        ("today", "WeCom,\nassistants"),
    ),
    "zh": (
        ("20 世纪 80 年代初", "接触管理"),
        ("90 年代初", "客户关心"),
        ("90 年代中期以后", "客户关系管理"),
        ("进入 21 世纪", "在线 CRM"),
        ("今天", "企业微信\n智能助手"),
    ),
}
COLOURS: Final = (GREY, PINK, BLUE, GREEN, ORANGE)


class DrawingPen:
    """Draws in the units of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.picture = Image.new("RGB", (width * FINE, height * FINE), "white")
        self.draw = ImageDraw.Draw(self.picture)

    def line(self, points: tuple[Point, ...], colour: str, width: float) -> None:
        """A line through these points, with round joints."""
        fine = [(x * FINE, y * FINE) for x, y in points]
        self.draw.line(fine, fill=colour, width=round(width * FINE), joint="curve")

    def box(
        self, corners: tuple[float, float, float, float], fill: str | None, line: str | None = None
    ) -> None:
        """A box with round corners, filled or drawn as a line."""
        fine = [value * FINE for value in corners]
        self.draw.rounded_rectangle(fine, 5 * FINE, fill=fill, outline=line, width=5 * FINE if line else 0)

    def disc(self, x: float, y: float, r: float, fill: str, line: str | None = None) -> None:
        """A disc, or a ring around it."""
        fine = [value * FINE for value in (x - r, y - r, x + r, y + r)]
        self.draw.ellipse(fine, fill=fill, outline=line, width=8 * FINE if line else 0)

    def arc(self, corners: tuple[float, float, float, float], start: float, end: float, colour: str) -> None:
        """A part of an ellipse."""
        fine = [value * FINE for value in corners]
        self.draw.arc(fine, start, end, fill=colour, width=5 * FINE)

    def words(self, at: Point, text: str, size: int, *, is_bold: bool = False, anchor: str = "ma") -> None:
        """Words in simplified Chinese or English, by default below a point and in its middle."""
        font = ImageFont.truetype(
            FONT.format("Bold" if is_bold else "Regular"), size * FINE, index=SIMPLIFIED
        )
        place = (at[0] * FINE, at[1] * FINE)
        if "\n" in text:
            self.draw.multiline_text(
                place, text, fill=INK, font=font, anchor=anchor, align="center", spacing=0
            )
        else:
            self.draw.text(place, text, fill=INK, font=font, anchor=anchor)

    def finished(self) -> Image.Image:
        """The picture in its own size, in few colours."""
        width, height = self.picture.size
        small = self.picture.resize((width // FINE, height // FINE), Image.Resampling.LANCZOS)
        return small.quantize(64)


def life_cycle(language: Language) -> Image.Image:
    """The value of a relationship over time, in four stages."""
    pen = DrawingPen(1230, 316)
    for number, name in enumerate(STAGES[language]):
        left, right = EDGES[number], EDGES[number + 1] - 4
        pen.box((left, 20, right, 260), PALE[number])
        pen.words(((left + right) / 2, 266), f"{number + 1} {name}", 30, is_bold=True)
    pen.line(((70, 14), (70, 262), (1146, 262)), GREY, 3)
    pen.line(tuple(point for part in CURVE for point in _bezier(part)), INK, 7)
    height, time = AXES[language]
    pen.words((1150, 244), time, 24, anchor="lm")
    _upright(pen, height)
    return pen.finished()


def history(language: Language) -> Image.Image:
    """Five stops on a line from contact management to the channels of today."""
    pen = DrawingPen(1230, 268)
    pen.line(((50, 130), (1170, 130)), GREY, 5)
    pen.draw.polygon([(x * FINE, y * FINE) for x, y in ((1166, 116), (1194, 130), (1166, 144))], fill=GREY)
    for number, (when, what) in enumerate(STOPS[language]):
        x, colour = 130 + 238 * number, COLOURS[number]
        (_card, _headset, _screen, _cloud, _phone)[number](pen, x, 62, colour)
        pen.disc(x, 130, 19, "white", colour)
        pen.words((x, 154), when, 24)
        pen.words((x, 190), what, 30, is_bold=True)
    return pen.finished()


def _bezier(part: tuple[Point, ...]) -> Iterator[Point]:
    for step in range(41):
        t = step / 40
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(share * at[axis] for share, at in zip(shares, part, strict=True)) for axis in (0, 1))
        yield x, y


def _upright(pen: DrawingPen, text: str) -> None:
    """The name of the vertical axis, read from below."""
    side = DrawingPen(260, 40)
    side.words((130, 20), text, 22, anchor="mm")
    pen.picture.paste(side.picture.rotate(90, expand=True), (18 * FINE, 10 * FINE))


def _card(pen: DrawingPen, x: float, y: float, colour: str) -> None:
    pen.box((x - 34, y - 24, x + 34, y + 24), None, colour)
    pen.line(((x - 20, y - 7), (x + 20, y - 7)), colour, 5)
    pen.line(((x - 20, y + 7), (x + 6, y + 7)), colour, 5)


def _headset(pen: DrawingPen, x: float, y: float, colour: str) -> None:
    pen.arc((x - 30, y - 32, x + 30, y + 28), 180, 360, colour)
    pen.box((x - 36, y - 2, x - 22, y + 24), colour)
    pen.box((x + 22, y - 2, x + 36, y + 24), colour)
    pen.arc((x - 20, y + 2, x + 32, y + 38), 20, 90, colour)


def _screen(pen: DrawingPen, x: float, y: float, colour: str) -> None:
    pen.box((x - 36, y - 28, x + 36, y + 18), None, colour)
    pen.line(((x, y + 18), (x, y + 30)), colour, 5)
    pen.line(((x - 20, y + 31), (x + 20, y + 31)), colour, 5)
    for shift in (-16, 0, 16):
        pen.disc(x + shift, y - 5, 6, colour)


def _cloud(pen: DrawingPen, x: float, y: float, colour: str) -> None:
    pen.arc((x - 40, y - 12, x - 8, y + 20), 90, 270, colour)
    pen.arc((x - 28, y - 32, x + 20, y + 16), 190, 330, colour)
    pen.arc((x + 2, y - 16, x + 40, y + 20), 270, 90, colour)
    pen.line(((x - 24, y + 18), (x + 22, y + 18)), colour, 5)


def _phone(pen: DrawingPen, x: float, y: float, colour: str) -> None:
    pen.box((x - 20, y - 36, x + 20, y + 36), None, colour)
    pen.line(((x - 8, y - 12), (x + 9, y - 12)), colour, 5)
    pen.line(((x - 8, y), (x + 3, y)), colour, 5)
    pen.disc(x, y + 22, 4, colour)
