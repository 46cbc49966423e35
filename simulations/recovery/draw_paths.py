"""The chart of the paths: who complained, who was helped, and who of them stayed."""

from typing import Any

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import GREEN, ORANGE, SMALL, axis, bullet, header, kept, layout, note, snug
from simulations.picture import Picture
from simulations.recovery.model import Recovery
from simulations.tarp import PATHS
from simulations.words import Words


def paths_table(model: Recovery) -> Table:
    """The run: one row a path."""
    return model.run()


def draw_paths(model: Recovery, table: Table, words: Words, language: Language) -> Picture:
    """A bar a path, as long as the people on it, split into those who stay and those who leave."""
    phrases = words.views["paths"].phrases
    rows = [phrases[path][language] for path in PATHS]
    bars = (_bar(rows, table["stayed"], GREEN), _bar(rows, table["left"], ORANGE))
    ends = zip(PATHS, table["people"].tolist(), table["stayed"].tolist(), strict=True)
    shares = [
        kept(
            note(people, row, _share(stayed, people, phrases, language), xanchor="left", xshift=6),
            is_told=people > 0,
        )
        for row, (_, people, stayed) in zip(rows, ends, strict=True)
    ]
    heads = [
        header(0, bullet(GREEN, phrases["stay"][language]), "left"),
        header(1, bullet(ORANGE, phrases["leave"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0, _reach(model, table), phrases["axis"][language], nticks=5, tickformat=",d"),
        "yaxis": axis(3.5, -0.5, showgrid=False, ticklen=0),
    }
    shown = layout(axes, [*heads, *shares], barmode="stack", bargap=0.35, head=1)
    return Picture(bars, shown, _alt(model, table, words, language))


def _reach(model: Recovery, table: Table) -> float:
    """How far the axis goes: to six or eight tenths or all of the customers, and room for the shares."""
    return 1.22 * model.n * snug(float(table["people"].max()) / model.n, (0.6, 0.8, 1.0))


def _share(stayed: int, people: int, phrases: Any, language: Language) -> str:
    said: str = phrases["share"].fill({"share": stayed / people if people else 0.0})[language]
    return said


def _bar(rows: list[str], counts: Any, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": counts.tolist(),
        "marker": {"color": colour},
        "textfont": {"size": SMALL},
        "hoverinfo": "skip",
    }


def _alt(model: Recovery, table: Table, words: Words, language: Language) -> str:
    stayed = dict(zip((f"{path}_stayed" for path in PATHS), table["stayed"].tolist(), strict=True))
    people = dict(zip((f"{path}_people" for path in PATHS), table["people"].tolist(), strict=True))
    total = {"n": model.n, "stayed": int(table["stayed"].sum()), "share": model.measures()["stay_share"]}
    return words.views["paths"].phrases["alt"].fill({**stayed, **people, **total})[language]
