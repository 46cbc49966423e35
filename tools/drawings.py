"""Draws the pictures of the course anew: `python -m tools.drawings` writes them into lessons/media."""

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from tools import relationship_drawings as relationships

FOLDER: Final = Path(__file__).resolve().parents[1] / "lessons" / "media"
SIZE: Final = (1200, 420)
INK, QUIET, GOOD, BAD, PARCEL = "#1d2733", "#8a94a0", "#009e73", "#d55e00", "#cc9a5b"
LEFT, HOUR = 230, 280
ROWS: Final = (165, 305)
ARRIVED: Final = 2.5
PALE, DEEP = (214, 228, 242), (10, 62, 122)
"""The colours of the least and the most attached."""
SPEAKS: Final = (0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1)
"""Who complains, from the least attached customer to the most: half of them, mostly of the attached."""
SHUFFLED: Final = (7, 16, 2, 11, 19, 5, 13, 0, 9, 17, 4, 14, 1, 18, 8, 12, 3, 15, 6, 10)
"""The order in which they come, which tells nothing."""


def two_yardsticks() -> Image.Image:
    """One delivery after two and a half hours, measured by who expects three hours and by who expects one."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for row, expected, colour in zip(ROWS, (3.0, 1.0), (GOOD, BAD), strict=True):
        _scale(draw, row)
        _gap(draw, row, expected, colour)
        _face(draw, row, colour, is_happy=expected > ARRIVED)
    _parcel(draw)
    return picture.quantize(32)


def who_speaks() -> Image.Image:
    """Customers whom we failed, the darker the more attached; those who speak up and those who do not."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for place, person in enumerate(SHUFFLED):
        _person(draw, 80 + place % 5 * 78, 75 + place // 5 * 90, person)
    for row, speaks in ((105, 1), (315, 0)):
        draw.line((480, 210, 590, row), fill=QUIET, width=6)
        draw.polygon(((620, row), (584, row - 20), (584, row + 20)), fill=QUIET)
        _mouth(draw, 690, row, is_open=bool(speaks))
        group = [person for person in SHUFFLED if SPEAKS[person] == speaks]
        for place, person in enumerate(group):
            _person(draw, 810 + place % 5 * 78, row - 45 + place // 5 * 90, person)
    return picture.quantize(64)


def _person(draw: ImageDraw.ImageDraw, x: float, y: float, person: int) -> None:
    """A head and shoulders in the colour of this customer's attachment."""
    part = person / (len(SHUFFLED) - 1)
    colour = tuple(round(pale + part * (deep - pale)) for pale, deep in zip(PALE, DEEP, strict=True))
    draw.ellipse((x - 14, y - 36, x + 14, y - 8), fill=colour, outline=INK, width=2)
    draw.pieslice((x - 26, y - 6, x + 26, y + 62), 180, 360, fill=colour, outline=INK, width=2)


def _mouth(draw: ImageDraw.ImageDraw, x: float, y: float, *, is_open: bool) -> None:
    """A bubble with words in it, or an empty one that is crossed out."""
    colour = GOOD if is_open else BAD
    draw.rounded_rectangle((x - 50, y - 38, x + 50, y + 26), 18, outline=colour, width=6)
    draw.polygon(((x - 22, y + 24), (x + 4, y + 24), (x - 26, y + 52)), fill=colour)
    if is_open:
        for line in (-16, 4):
            draw.line((x - 28, y + line, x + 28, y + line), fill=colour, width=6)
    else:
        draw.line((x - 58, y + 44, x + 58, y - 54), fill=colour, width=7)


def _x(hours: float) -> float:
    return LEFT + hours * HOUR


def _scale(draw: ImageDraw.ImageDraw, row: int) -> None:
    draw.line((_x(0), row, _x(3.25), row), fill=QUIET, width=4)
    for hour in range(4):
        draw.line((_x(hour), row - 10, _x(hour), row + 10), fill=QUIET, width=4)
        draw.text((_x(hour), row + 34), f"{hour} h", fill=INK, font=ImageFont.load_default(30), anchor="mm")


def _gap(draw: ImageDraw.ImageDraw, row: int, expected: float, colour: str) -> None:
    """From what was expected to what came, with a head where it came."""
    start, end = _x(expected), _x(ARRIVED)
    back = 18 if end > start else -18
    draw.line((start, row, end - back, row), fill=colour, width=14)
    draw.polygon(((end, row), (end - back * 1.6, row - 22), (end - back * 1.6, row + 22)), fill=colour)
    draw.ellipse((start - 17, row - 17, start + 17, row + 17), fill="white", outline=colour, width=8)


def _face(draw: ImageDraw.ImageDraw, row: int, colour: str, *, is_happy: bool) -> None:
    x, r = 95, 48
    draw.ellipse((x - r, row - r, x + r, row + r), outline=colour, width=8)
    for eye in (x - 18, x + 18):
        draw.ellipse((eye - 6, row - 20, eye + 6, row - 8), fill=colour)
    if is_happy:
        draw.arc((x - 26, row - 16, x + 26, row + 28), 20, 160, fill=colour, width=7)
    else:
        draw.arc((x - 26, row + 12, x + 26, row + 52), 200, 340, fill=colour, width=7)


def _parcel(draw: ImageDraw.ImageDraw) -> None:
    x = _x(ARRIVED)
    for y in range(100, ROWS[1] + 40, 22):
        draw.line((x, y, x, y + 11), fill=INK, width=4)
    draw.rectangle((x - 42, 24, x + 42, 92), fill=PARCEL, outline=INK, width=4)
    draw.line((x, 24, x, 92), fill=INK, width=4)
    draw.line((x - 42, 48, x + 42, 48), fill=INK, width=4)


if __name__ == "__main__":
    two_yardsticks().save(FOLDER / "two-yardsticks.png", optimize=True)
    for language in relationships.STAGES:
        relationships.life_cycle(language).save(FOLDER / f"life-cycle-{language}.png", optimize=True)
        relationships.history(language).save(FOLDER / f"history-{language}.png", optimize=True)
    who_speaks().save(FOLDER / "who-speaks.png", optimize=True)
