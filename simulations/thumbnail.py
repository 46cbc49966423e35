"""A picture of a run as small as a stamp: its lines, dots and bars, without a word, as SVG."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from simulations.picture import Picture, Trace

WIDTH: Final = 120
HEIGHT: Final = 76
_EDGE: Final = 4
_MOST_DOTS: Final = 60
_PALE: Final = "#8a94a0"
"""Where a trace has no colour of its own: grey that is seen on white and on black."""

Box = tuple[float, float, float, float]
"""Least and greatest value from left to right, then from bottom to top."""


def thumbnail(picture: Picture) -> str:
    """The moment at which a picture begins, in the colours of its traces; nothing of it is to be read."""
    traces = [one for one in _traces(picture) if one.get("yaxis", "y") == "y" and one.get("mode") != "text"]
    box = _box(picture.layout, traces)
    tops: dict[float, float] = {}
    is_stacked = picture.layout.get("barmode") == "stack"
    marks = [mark for one in traces for mark in _marks(one, box, tops if is_stacked else {})]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(marks)}'
        f'<path d="M1.5 1V{HEIGHT - 1.5}H{WIDTH - 1}" fill="none" stroke="{_PALE}"/></svg>'
    )


def _traces(picture: Picture) -> Iterator[Trace]:
    """The traces as they stand in the frame that is shown at first."""
    moved = picture.frames[picture.start].data if picture.frames else ()
    for place, trace in enumerate(picture.data):
        now = {**trace, **(moved[place] if place < len(moved) else {})}
        for axis in ("x", "y"):
            if (picture.layout.get(f"{axis}axis") or {}).get("type") == "log":
                now[axis] = _logarithms(now.get(axis))
        yield now


def _logarithms(values: object) -> np.ndarray:
    """As the range of such an axis is written; what has none is missing."""
    found = _numbers(values)
    logarithms = np.full(len(found), np.nan)
    logarithms[found > 0] = np.log10(found[found > 0])
    return logarithms


def _numbers(values: object) -> np.ndarray:
    """Values along an axis; names stand one after the other."""
    if values is None:
        return np.zeros(0)
    listed = np.asarray(values)
    if listed.dtype.kind in "iuf":
        return listed.astype(float)
    if listed.dtype.kind == "O" and all(
        one is None or isinstance(one, int | float) for one in listed.tolist()
    ):
        return np.array([np.nan if one is None else float(one) for one in listed.tolist()])
    return np.arange(len(listed), dtype=float)


def _box(layout: Mapping[str, Any], traces: Sequence[Trace]) -> Box:
    return (*_range(layout, traces, "x"), *_range(layout, traces, "y"))


def _range(layout: Mapping[str, Any], traces: Sequence[Trace], axis: str) -> tuple[float, float]:
    said = (layout.get(f"{axis}axis") or {}).get("range")
    if said is not None and all(isinstance(one, int | float | np.number) for one in said):
        return float(said[0]), float(said[1])
    found = [_numbers(one.get(axis)) for one in traces]
    values = np.concatenate([np.zeros(0), *found])
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max()) or 1.0) if values.size else (0.0, 1.0)


def _x(box: Box, value: float) -> float:
    return _EDGE + (value - box[0]) / ((box[1] - box[0]) or 1) * (WIDTH - 2 * _EDGE)


def _y(box: Box, value: float) -> float:
    return HEIGHT - _EDGE - (value - box[2]) / ((box[3] - box[2]) or 1) * (HEIGHT - 2 * _EDGE)


def _marks(trace: Trace, box: Box, tops: dict[float, float]) -> Iterator[str]:
    across, up = _numbers(trace.get("x")), _numbers(trace.get("y"))
    together = min(len(across), len(up))
    if trace.get("type") != "bar" and "lines" in str(trace.get("mode", "lines")):
        yield _line(trace, across[:together], up[:together], box)
        return
    seen = np.isfinite(across[:together]) & np.isfinite(up[:together])
    points = list(zip(across[:together][seen], up[:together][seen], strict=True))
    if not points:
        return
    if trace.get("type") == "bar":
        yield from _bars(trace, points, box, tops)
    else:
        color = _color((trace.get("marker") or {}).get("color"))
        for x, y in points[:: len(points) // _MOST_DOTS + 1]:
            yield f'<circle cx="{_x(box, x):.1f}" cy="{_y(box, y):.1f}" r="1.3" fill="{color}"/>'


def _line(trace: Trace, across: np.ndarray, up: np.ndarray, box: Box) -> str:
    """A line, broken where a value is missing."""
    step, path, pen = len(across) // 120 + 1, "", "M"
    for x, y in zip(across[::step], up[::step], strict=True):
        if not (np.isfinite(x) and np.isfinite(y)):
            pen = "M"
            continue
        path += f"{pen}{_x(box, x):.1f} {_y(box, y):.1f}"
        pen = "L"
    color = _color((trace.get("line") or {}).get("color"))
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="1.6"/>'


def _bars(
    trace: Trace, points: Sequence[tuple[float, float]], box: Box, tops: dict[float, float]
) -> Iterator[str]:
    lies = trace.get("orientation") == "h"
    base = _numbers(trace.get("base") if isinstance(trace.get("base"), list | tuple | np.ndarray) else None)
    room = (HEIGHT if lies else WIDTH) - 2 * _EDGE
    thick = max(1.0, 0.75 * room / max(len(points), 1))
    for place, (x, y) in enumerate(points):
        at, length = (y, x) if lies else (x, y)
        start = base[place] if place < len(base) else tops.get(at, 0.0)
        tops[at] = start + length
        color = _color((trace.get("marker") or {}).get("color"), place)
        if lies:
            ends = sorted((_x(box, start), _x(box, start + length)))
            corner, size = (ends[0], _y(box, at) - thick / 2), (ends[1] - ends[0], thick)
        else:
            ends = sorted((_y(box, start), _y(box, start + length)))
            corner, size = (_x(box, at) - thick / 2, ends[0]), (thick, ends[1] - ends[0])
        yield (
            f'<rect x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" '
            f'fill="{color}"/>'
        )


def _color(said: object, place: int = 0) -> str:
    """The colour of a mark if it is written as one, also out of a list; else grey."""
    one = said[place] if isinstance(said, list | tuple) and place < len(said) else said
    return one if isinstance(one, str) and one.startswith("#") and one[1:].isalnum() else _PALE
