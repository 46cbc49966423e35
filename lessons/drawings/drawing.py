"""Lays the forms of drawings out: one function a form, from the same parts in either language."""

from itertools import pairwise
from math import ceil
from typing import Final, assert_never

from courseware.text import Language
from lessons.drawings.forms import (
    ChainForm,
    CornersForm,
    CurvesForm,
    DifferenceForm,
    Drawing,
    DrawnLayer,
    DrawnPart,
    DrawnSum,
    HubForm,
    LayersForm,
)
from lessons.drawings.pen import LARGEST, WIDTH, Point, SvgPen, Tone

_EDGE: Final = 3
"""Room around a drawing for the width of its lines."""
_GAP: Final = 26
"""Room for an arrow between two boxes."""


def draw(drawing: Drawing, pen: SvgPen, language: Language) -> float:
    """Draws it and returns how high it is."""
    match drawing.draw:
        case ChainForm() as form:
            height = _chain(form, pen, language)
        case HubForm() as form:
            height = _hub(form, pen, language)
        case CornersForm() as form:
            height = _corners(form, pen, language)
        case LayersForm() as form:
            height = _layers(form, pen, language)
        case CurvesForm() as form:
            height = _curves(form, pen, language)
        case DifferenceForm() as form:
            height = _difference(form, pen, language)
        case other:
            assert_never(other)
    return height


def _box(part: DrawnPart, at: Point, size: Point, pen: SvgPen, language: Language) -> None:
    note = part.note[language] if part.note else ""
    pen.box(at, size, part.name[language], note, "strong" if part.strong else "plain")


def _chain(form: ChainForm, pen: SvgPen, language: Language) -> float:
    """Rows of at most three boxes, each row read from left to right."""
    rows = ceil(len(form.parts) / 3)
    columns = ceil(len(form.parts) / rows)
    high = 92 if any(part.note for part in form.parts) else 58
    lane_wide = 20 if form.closed and rows > 1 else 0
    wide = (WIDTH - 2 * _EDGE - lane_wide - (columns - 1) * _GAP) / columns
    places = [
        (_EDGE + lane_wide + (n % columns) * (wide + _GAP), _EDGE + (n // columns) * (high + _GAP + 8))
        for n in range(len(form.parts))
    ]
    for part, at in zip(form.parts, places, strict=True):
        _box(part, at, (wide, high), pen, language)
    for at, after in pairwise(places):
        _step(at, after, (wide, high), pen)
    bottom = places[-1][1] + high
    return _back(places[0], places[-1], (wide, high), pen) if form.closed else bottom + _EDGE


def _step(at: Point, after: Point, size: Point, pen: SvgPen) -> None:
    """The arrow from one box to the next, which may begin a row."""
    (x, y), (next_x, next_y), (wide, high) = at, after, size
    if y == next_y:
        pen.arrow((x + wide + 2, y + high / 2), (next_x - 2, y + high / 2))
        return
    lane, start, end = (y + high + next_y) / 2, x + wide / 2, next_x + wide / 2
    pen.arrow((start, y + high), (start, lane), (end, lane), (end, next_y - 2))


def _back(first: Point, last: Point, size: Point, pen: SvgPen) -> float:
    """The arrow from the last box back to the first; returns how high the drawing is with it."""
    wide, high = size
    bottom = last[1] + high
    (first_x, first_y), last_x = first, last[0] + wide / 2
    lane = bottom + 18
    if first[1] == last[1]:
        back: tuple[Point, ...] = ((first_x + wide / 2, lane), (first_x + wide / 2, bottom + 2))
    else:
        middle = first_y + high / 2
        back = ((_EDGE, lane), (_EDGE, middle), (first_x - 2, middle))
    pen.arrow((last_x, bottom), (last_x, lane), *back)
    return lane + _EDGE


def _hub(form: HubForm, pen: SvgPen, language: Language) -> float:
    """What is in the middle, with boxes to its left and right; of an odd number the last stands below."""
    pairs, odd = divmod(len(form.parts), 2)
    high = 84 if any(part.note for part in form.parts) else 54
    wide, step = 160, high + 12
    body = max(pairs * step - 12, 100)
    middle = (WIDTH / 2, _EDGE + body / 2)
    for n, part in enumerate(form.parts[: 2 * pairs]):
        on_left = n % 2 == 0
        top = _EDGE + (body - (pairs * step - 12)) / 2 + (n // 2) * step
        left = _EDGE if on_left else WIDTH - _EDGE - wide
        inner = left + wide if on_left else left
        pen.arrow(middle, (inner, top + high / 2), has_head=False)
        _box(part, (left, top), (wide, high), pen, language)
    if odd:
        top = _EDGE + body + 14
        pen.arrow(middle, (WIDTH / 2, top), has_head=False)
        _box(form.parts[-1], ((WIDTH - wide) / 2, top), (wide, high), pen, language)
    size = (110.0, 76.0)
    at = (middle[0] - size[0] / 2, middle[1] - size[1] / 2)
    # a ground of its own, so that the lines end at its edge
    pen.marks.append(
        f'<rect x="{at[0]:g}" y="{at[1]:g}" width="{size[0]:g}" height="{size[1]:g}" rx="8" '
        'style="fill:var(--st-background-color, #fff)"/>'
    )
    pen.box(at, size, form.centre[language], tone="strong")
    return _EDGE + body + (14 + high if odd else 0) + _EDGE


def _corners(form: CornersForm, pen: SvgPen, language: Language) -> float:
    left, top, gap = 92.0, _EDGE, 8.0
    wide, high = (WIDTH - left - _EDGE - gap) / 2, 96.0
    for n, part in enumerate(form.parts):
        at = (left + (n % 2) * (wide + gap), top + (n // 2) * (high + gap))
        _box(part, at, (wide, high), pen, language)
    for n, word in enumerate((form.up.high, form.up.low)):
        middle = (left - 30, top + high / 2 + n * (high + gap))
        pen.words(middle, (44, high), word[language], largest=LARGEST - 3)
    for n, word in enumerate((form.across.low, form.across.high)):
        middle = (left + wide / 2 + n * (wide + gap), top + 2 * high + gap + 14)
        pen.words(middle, (wide, 20), word[language], largest=LARGEST - 3)
    bottom = top + 2 * high + gap + 30
    pen.arrow((left, bottom), (WIDTH - _EDGE, bottom))
    pen.words((left + wide, bottom + 14), (2 * wide, 22), form.across.name[language], heavy=True)
    pen.arrow((left - 56, top + 2 * high + gap), (left - 56, top))
    pen.marks.append(f'<g transform="translate({left - 74:g} {top + high:g}) rotate(-90)">')
    pen.words((0, 0), (2 * high, 22), form.up.name[language], heavy=True)
    pen.marks.append("</g>")
    return bottom + 28


def _layers(form: LayersForm, pen: SvgPen, language: Language) -> float:
    if form.shape == "nested":
        return _nested(form.bands, pen, language)
    count, top, whole = len(form.bands), float(_EDGE), WIDTH - 2 * _EDGE
    for n, band in enumerate(form.bands):
        share = 1.0 if form.shape == "even" else 0.4 + 0.6 * n / (count - 1)
        wide = whole * share
        high = 104.0 if band.parts else 54.0
        _band(band, ((WIDTH - wide) / 2, top), (wide, high), pen, language)
        top += high + 8
    return top - 8 + _EDGE


def _band(band: DrawnLayer, at: Point, size: Point, pen: SvgPen, language: Language) -> None:
    tone: Tone = "strong" if band.strong else "plain"
    if not band.parts:
        pen.box(at, size, band.name[language], tone=tone)
        return
    pen.frame(at, size, tone)
    (x, y), (wide, high) = at, size
    pen.words((x + wide / 2, y + 16), (wide - 12, 24), band.name[language], heavy=True)
    each = (wide - 16 - 8 * (len(band.parts) - 1)) / len(band.parts)
    for n, part in enumerate(band.parts):
        _box(part, (x + 8 + n * (each + 8), y + 32), (each, high - 40), pen, language)


def _nested(bands: tuple[DrawnLayer, ...], pen: SvgPen, language: Language) -> float:
    """Each within the one before it; what is around has its name along its upper edge."""
    high = 44.0 * (len(bands) - 1) + 70 + 12 * (len(bands) - 1)
    for n, band in enumerate(bands):
        inset = 16.0 * n
        at, size = (_EDGE + inset, _EDGE + 44.0 * n), (WIDTH - 2 * _EDGE - 2 * inset, high - 56.0 * n)
        if n == len(bands) - 1:
            pen.box(at, size, band.name[language], tone="strong")
            continue
        pen.frame(at, size)
        pen.words((WIDTH / 2, at[1] + 23), (size[0] - 16, 40), band.name[language])
    return high + 2 * _EDGE


def _curves(form: CurvesForm, pen: SvgPen, language: Language) -> float:
    left, top, right, bottom = 34.0, 30.0, WIDTH - 10.0, 230.0

    def place(point: Point) -> Point:
        return (left + point[0] * (right - left), bottom - point[1] * (bottom - top))

    for n, stage in enumerate(form.stages):
        each = (right - left) / len(form.stages)
        pen.words((left + (n + 0.5) * each, 14), (each - 6, 26), stage[language], largest=LARGEST - 2)
        if n:
            pen.arrow((left + n * each, 4), (left + n * each, bottom), has_head=False, is_dashed=True)
    pen.arrow((left, bottom), (right + 6, bottom))
    pen.arrow((left, bottom), (left, top - 12))
    for one in form.curves:
        pen.curve([place(point) for point in one.points], is_dashed=one.dashed)
        pen.words(place(one.label), (190, 44), one.name[language], largest=LARGEST - 2)
    pen.words(((left + right) / 2, bottom + 18), (right - left, 24), form.across[language], heavy=True)
    pen.marks.append(f'<g transform="translate(16 {(top + bottom) / 2:g}) rotate(-90)">')
    pen.words((0, 0), (bottom - top, 24), form.up[language], heavy=True)
    pen.marks.append("</g>")
    return bottom + 34


def _difference(form: DifferenceForm, pen: SvgPen, language: Language) -> float:
    """Two columns of what is added up, a minus between them, and what is left under both."""
    count = max(len(form.plus.parts), len(form.minus.parts))
    wide, high = 216.0, 44.0 + 40.0 * count + (8 if count else 0)
    right = WIDTH - _EDGE - wide
    _side(form.plus, (_EDGE, _EDGE), (wide, high), pen, language)
    _side(form.minus, (right, _EDGE), (wide, high), pen, language)
    pen.line((WIDTH / 2, _EDGE + high / 2 + 9), "−", 28, heavy=True)
    below = _EDGE + high + 36
    pen.line((WIDTH / 2, below - 9), "=", 26, heavy=True)
    pen.box(((WIDTH - 300) / 2, below), (300, 50), form.result[language], tone="strong")
    return below + 50 + _EDGE


def _side(side: DrawnSum, at: Point, size: Point, pen: SvgPen, language: Language) -> None:
    pen.frame(at, size)
    (x, y), wide = at, size[0]
    pen.words((x + wide / 2, y + 22), (wide - 12, 40), side.name[language], heavy=True)
    for n, part in enumerate(side.parts):
        pen.box((x + 8, y + 44 + 40 * n), (wide - 16, 34), part[language], tone="quiet")
