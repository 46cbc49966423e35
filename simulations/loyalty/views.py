"""The tables behind the charts: the plane, the shares, the flows, the three kinds, one customer's story."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.loyalty.account import SIZE, account
from simulations.loyalty.closed_forms import estimated
from simulations.loyalty.firm import MEMBERS, Firm
from simulations.loyalty.kinds import KINDS, kinds_of, repeat_shares, walk_kinds
from simulations.loyalty.moments import QUADRANTS, Moment, each_moment, people

MOMENTS: Final = 25
"""The most moments that a chart of moving dots shows."""


def shown(model: Firm) -> int:
    """How many customers are drawn: all, up to the most that a chart holds."""
    return min(model.n, MEMBERS)


def moments(model: Firm) -> list[int]:
    """The months shown as frames, from month 0 to the last, evenly thinned if there are many."""
    return sorted(
        set(np.linspace(0, model.periods, min(model.periods + 1, MOMENTS)).round().astype(int).tolist())
    )


def plane_table(model: Firm) -> Table:
    """One row a month shown and customer drawn; `share` is that of the quadrant among all n customers."""
    shares = account(model).counts / model.n
    rows = [
        (
            np.full(shown(model), t),
            moment.attitude,
            moment.behaviour,
            moment.quadrant,
            shares[t][moment.quadrant],
        )
        for t, moment in _shown_moments(model, each_moment)
    ]
    period, attitude, behaviour, quadrant, share = (
        np.concatenate(column) for column in zip(*rows, strict=True)
    )
    return make_table(
        {
            "period": period,
            "customer": np.tile(np.arange(shown(model)) + 1, len(rows)),
            "attitude": attitude,
            "behaviour": behaviour,
            "quadrant": quadrant,
            "share": share,
        }
    )


def _shown_moments(
    model: Firm, steps: Callable[[Firm, int, int], Iterator[Moment]]
) -> Iterator[tuple[int, Moment]]:
    wanted = set(moments(model))
    return ((t, moment) for t, moment in enumerate(steps(model, 0, shown(model))) if t in wanted)


def shares_table(model: Firm) -> Table:
    """The run, month after month."""
    return model.run()


def flows_table(model: Firm) -> Table:
    """One row for each pair of quadrants: how many went from one to the other, and their share.

    From month 0 to the last, or from the eve of the shock if there is one.
    """
    ledger = account(model)
    flows = ledger.flows_from_eve() if model.is_shocked else ledger.flows()
    return make_table(
        {
            "before": np.repeat(QUADRANTS, SIZE),
            "after": np.tile(QUADRANTS, SIZE),
            "people": flows.ravel(),
            "row_share": estimated(flows).ravel(),
        }
    )


def kinds_table(model: Firm) -> Table:
    """One row a month shown and customer drawn: its kind, and how many of that kind buy again and again."""
    repeat, kind = repeat_shares(model), kinds_of(0, shown(model))
    rows = [
        (np.full(len(kind), t), moment.attitude, moment.behaviour, repeat[t][kind])
        for t, moment in _shown_moments(model, walk_kinds)
    ]
    period, attitude, behaviour, share = (np.concatenate(column) for column in zip(*rows, strict=True))
    return make_table(
        {
            "period": period,
            "customer": np.tile(np.arange(len(kind)) + 1, len(rows)),
            "kind": np.tile(np.array(KINDS)[kind], len(rows)),
            "attitude": attitude,
            "behaviour": behaviour,
            "repeat": share,
        }
    )


def picked(model: Firm) -> int:
    """The customer whose story is told: the one asked for, or the last there is."""
    return min(model.customer, model.n)


def story_table(model: Firm) -> Table:
    """One customer's months; `barrier` is what holds this customer, 0–1, in each of them."""
    index = picked(model) - 1
    path = list(each_moment(model, index, index + 1))
    who = people(model, index, index + 1)
    return make_table(
        {
            "period": range(model.periods + 1),
            "attitude": [moment.attitude[0] for moment in path],
            "behaviour": [moment.behaviour[0] for moment in path],
            "quadrant": [moment.quadrant[0] for moment in path],
            "barrier": [who.barriers(model.barrier(t))[0] for t in range(model.periods + 1)],
        }
    )
