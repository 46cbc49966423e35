"""The chart of how value is built: benefits add up, costs take away, and the promise stands beside."""

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, SMALL, axis, layout
from simulations.picture import Picture
from simulations.satisfaction.offer import Offer
from simulations.words import Words

LOW, HIGH = -20, 215


def draw_value(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """A waterfall lying on its side, from the first benefit down to the gap."""
    names = [_label(part, words, language) for part in table["part"].tolist()]
    points, ends = table["points"].tolist(), table["reaches"].tolist()
    lows = [min(end, end - step) for end, step in zip(ends, points, strict=True)]
    labels = [f"{step:+.0f}".replace("-", "−") for step in points]
    labels[8:10] = [f"{model.value:.0f}".replace("-", "−"), f"{model.expectation:.0f}"]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": [abs(step) for step in points],
        "base": lows,
        "marker": {"color": _colours(model)},
        "text": labels,
        "textposition": "outside",
        "textfont": {"size": SMALL},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    rows = axis(len(names) - 0.5, -0.5, ticklen=0, showgrid=False)
    unit = words.views["value"].phrases["points"][language]
    shown = layout({"xaxis": axis(LOW, HIGH, unit, zeroline=True), "yaxis": rows}, bargap=0.25)
    said = (
        words.views["value"]
        .phrases["alt"]
        .fill(
            {
                "b": model.benefits,
                "c": model.costs,
                "v": model.value,
                "e": model.expectation,
                "gap": points[-1],
            }
        )
    )
    return Picture((bars,), shown, said[language])


def _label(part: str, words: Words, language: Language) -> str:
    phrases = words.views["value"].phrases
    return (phrases[part] if part in phrases else words.parameters[part].label)[language]


def _colours(model: Offer) -> list[str]:
    return [BLUE] * 4 + [ORANGE] * 4 + [BLUE, PINK, GREEN if model.value >= model.expectation else ORANGE]
