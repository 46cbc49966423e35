"""The diagram of a CRM system: one customer's call on its way through the firm, or stuck in a silo."""

from collections.abc import Sequence
from typing import Any, Final

from courseware.table import Table, make_table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, layout, note
from simulations.integrated.model import Integrated
from simulations.measures import with_facts
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

Box = tuple[float, float, float, float]

BOXES: Final[dict[str, tuple[Box, str]]] = {
    "bi": ((0, 100, 86, 99), PINK),
    "analysis": ((20, 66, 65, 81), GREEN),
    "operations": ((20, 66, 42, 58), ORANGE),
    "collaboration": ((20, 66, 19, 35), BLUE),
    "it": ((0, 16, 19, 81), PINK),
    "erp": ((76, 100, 42, 58), ORANGE),
    "supply": ((76, 100, 19, 35), ORANGE),
    "customer": ((20, 66, 0, 12), BLUE),
}
"""Left, right, lower and upper edge of each part, and its colour."""

LINKS: Final = (
    ("customer", "collaboration"),
    ("collaboration", "operations"),
    ("operations", "analysis"),
    ("operations", "erp"),
    ("erp", "supply"),
    ("it", "collaboration"),
    ("it", "operations"),
    ("it", "analysis"),
    ("analysis", "bi"),
)
WAYS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "integrated": (
        ("customer",),
        ("customer", "collaboration"),
        ("collaboration", "it"),
        ("collaboration", "operations"),
        ("operations", "erp"),
        ("erp", "supply"),
        ("operations", "analysis"),
        ("analysis", "bi"),
        ("analysis", "it", "collaboration"),
        ("collaboration", "customer"),
    ),
    "silo": (
        ("customer",),
        ("customer", "collaboration"),
        ("collaboration",),
        ("customer", "collaboration"),
        ("operations",),
        ("analysis",),
        ("customer",),
    ),
}
"""Which parts light up, one step after the other; the dot waits at the last of them."""


def flow_table(model: Integrated) -> Table:
    """One row a step: the parts that light up."""
    steps = WAYS[model.links]
    return make_table({"step": list(range(1, len(steps) + 1)), "parts": [" ".join(parts) for parts in steps]})


def draw_flow(model: Integrated, table: Table, words: Words, language: Language) -> Picture:
    """Boxes and links; at each step some light up, and a dot shows where the call is."""
    phrases = words.views["flow"].phrases
    measures = model.measures()
    kind = model.links
    facts = with_facts(measures, steps=len(table["step"]), answered=measures[f"{kind}_answered"])
    ways = [row.split() for row in table["parts"].tolist()]
    frames = tuple(
        Frame(str(step), _lit(parts), phrases[f"{kind}_{step}"].fill(facts)[language])
        for step, parts in enumerate(ways, 1)
    )
    start = len(frames) - 1
    traces = (*(_link(model, pair) for pair in LINKS), *(_box(name) for name in BOXES), _dot())
    data = tuple({**fixed, **moving} for fixed, moving in zip(traces, frames[start].data, strict=True))
    names = [_name(box, phrases[name][language]) for name, (box, _) in BOXES.items()]
    axes = {"xaxis": _hidden(-1, 101), "yaxis": _hidden(-2, 101)}
    shown = layout(axes, names, margin={"l": 4, "r": 4, "t": 4, "b": 4})
    return Picture(data, shown, phrases[f"alt_{kind}"].fill(facts)[language], frames, start)


def _hidden(low: float, high: float) -> dict[str, Any]:
    return {"range": [low, high], "fixedrange": True, "visible": False}


def _ends(pair: tuple[str, str]) -> tuple[list[float], list[float]]:
    """Where the link of two boxes touches them: straight up where they overlap, else straight across."""
    one, other = (BOXES[name][0] for name in pair)
    left, right = max(one[0], other[0]), min(one[1], other[1])
    if left < right:
        middle = (left + right) / 2
        first, last = sorted((one, other), key=lambda box: box[2])
        return [middle, middle], [first[3], last[2]]
    lower, upper = max(one[2], other[2]), min(one[3], other[3])
    first, last = sorted((one, other), key=lambda box: box[0])
    return [first[1], last[0]], [(lower + upper) / 2] * 2


def _link(model: Integrated, pair: tuple[str, str]) -> Trace:
    """A link, dotted where the firm has cut it: in silos only customers reach their contact."""
    x, y = _ends(pair)
    cut = model.links == "silo" and "customer" not in pair
    style = {"color": "#8a8f98", "width": 2, "dash": "dot" if cut else "solid"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": style, "hoverinfo": "skip"}


def _box(name: str) -> Trace:
    (left, right, lower, upper), colour = BOXES[name]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": [left, right, right, left, left],
        "y": [lower, lower, upper, upper, lower],
        "line": {"color": colour, "width": 2},
        "hoverinfo": "skip",
    }


def _dot() -> Trace:
    return {"type": "scatter", "mode": "markers", "hoverinfo": "skip"}


def _lit(parts: Sequence[str]) -> tuple[Trace, ...]:
    """The lit boxes in strong colour, the others pale, and the dot at the edge of the last one."""
    links: tuple[Trace, ...] = tuple({} for _ in LINKS)
    boxes = tuple(
        {"fillcolor": _shade(colour, 0.5 if name in parts else 0.07)} for name, (_, colour) in BOXES.items()
    )
    _, right, _, upper = BOXES[parts[-1]][0]
    dot = {"x": [right - 3], "y": [upper - 3], "marker": {"color": PINK, "size": 15}}
    return (*links, *boxes, dot)


def _shade(colour: str, strength: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def _name(box: Box, text: str) -> dict[str, Any]:
    left, right, lower, upper = box
    return note((left + right) / 2, (lower + upper) / 2, text)
