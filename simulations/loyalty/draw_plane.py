"""The chart of the plane: every customer a dot, drifting between four corners."""

from courseware.table import Table
from courseware.text import Language, Text
from simulations.loyalty.account import account
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS
from simulations.loyalty.plane import COLOURS, cloud, clouds, corner_names, corners, cross, plane_layout
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words


def draw_plane(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """Dots in the plane, coloured by quadrant; one frame a month, the shares in the corners."""
    phrases = words.views["plane"].phrases
    shares = [dict(zip(QUADRANTS, row, strict=True)) for row in (account(model).counts / model.n).tolist()]
    frames = tuple(
        Frame(
            str(period),
            ({}, {}, *dots, {"text": corner_names(words, language, shares[period])}),
            _caption(model, period, shares[period], words)[language],
        )
        for period, dots in clouds(table, table["quadrant"], len(QUADRANTS))
    )
    hover = phrases["customer"][language] + " %{text}<extra></extra>"
    empty: list[Trace] = [*cross(), *(cloud(colour, hover) for colour in COLOURS.values()), corners([])]
    data = tuple({**fixed, **moving} for fixed, moving in zip(empty, frames[-1].data, strict=True))
    ends = {"first": shares[0], "last": shares[-1]}
    facts = {f"{name}_{when}": share for when, row in ends.items() for name, share in row.items()}
    said = phrases["alt"].fill({"n": model.n, "t": model.periods, **facts})[language]
    return Picture(data, plane_layout(words, language), said, frames, len(frames) - 1)


def _caption(model: Firm, period: int, shares: dict[str, float], words: Words) -> Text:
    fallen = model.is_shocked and period >= model.shock_period
    phrase = words.views["plane"].phrases["moment_fallen" if fallen else "moment"]
    return phrase.fill({"period": period, **shares})
