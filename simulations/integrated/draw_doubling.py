"""The chart of doubling: what twice as many new customers bring to a firm that cannot serve them."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from courseware.text import Language
from simulations.drawing import BLUE, FONT, ORANGE, axis, bullet, header, layout, note, snug
from simulations.integrated.model import KINDS, Integrated, rests
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = tuple(base * 10**power for power in range(2, 8) for base in (1, 2.2, 4.5))
COLOURS: Final = {"silo": ORANGE, "integrated": BLUE}


def doubling_table(model: Integrated) -> Table:
    """Two rows a firm: where it rests with today's new customers and with twice as many."""
    found = {kind: rests(model, kind) for kind in KINDS}
    answered = [
        model.answered(rest, model.agents(rest) if kind == "integrated" else model.silo_agents)
        for kind in KINDS
        for rest in found[kind]
    ]
    return make_table(
        {
            "firm": [kind for kind in KINDS for _ in range(2)],
            "times": [1, 2] * len(KINDS),
            "rest": [rest for kind in KINDS for rest in found[kind]],
            "answered": answered,
        }
    )


def draw_doubling(model: Integrated, table: Table, words: Words, language: Language) -> Picture:
    """Two bars a firm, now and with twice the new customers, and by how much the second is longer."""
    phrases = words.views["doubling"].phrases
    measures = model.measures()
    rest, shares = table["rest"].tolist(), table["answered"].tolist()
    names = ("silo_now", "silo_then", "integrated_now", "integrated_then")
    answered = {f"{name}_answered": share for name, share in zip(names, shares, strict=True)}
    facts = with_facts(measures, **dict(zip(names, rest, strict=True)), **answered)
    places = [0, 1, 2.6, 3.6]
    colours = [COLOURS[kind] for kind in table["firm"].tolist()]
    bar = {
        "type": "bar",
        "x": places,
        "y": np.round(rest).tolist(),
        "marker": {"color": colours},
        "width": 0.8,
    }
    top = snug(1.25 * max(*rest, 1.0), TOPS)
    labels = [
        note(x, value, phrases["bar"].fill({"rest": value, "share": share})[language], yanchor="bottom")
        for x, value, share in zip(places, rest, shares, strict=True)
    ]
    heads = [
        header(0, bullet(ORANGE, phrases["silo"].fill(facts)[language]), "left"),
        header(1, bullet(BLUE, phrases["integrated"].fill(facts)[language]), "right"),
    ]
    ticks = [phrases[time][language] for time in ("now", "then", "now", "then")]
    axes = {
        "xaxis": axis(-0.6, 4.2, tickvals=places, ticktext=ticks, showgrid=False),
        "yaxis": axis(0, top, phrases["customers"][language], nticks=5, tickformat=",d"),
    }
    shown = layout(axes, [*heads, *labels], head=1, font={"size": FONT})
    alt = phrases["alt" if measures["silo_rest"] else "nobody"]
    return Picture((bar,), shown, alt.fill(facts)[language])
