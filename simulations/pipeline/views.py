"""The tables behind the charts: the funnel, the times, the forecast."""

import numpy as np

from courseware.table import Table, make_table
from simulations.pipeline.deals import STAGES
from simulations.pipeline.model import Pipeline, account, closing, reached


def funnel_table(model: Pipeline) -> Table:
    """One row a stage, then the won: how many of all deals ever get there, and what the chain expects."""
    found = reached(model)
    shares = np.cumprod(np.append(1.0, np.array(model.chain.advance) / model.chain.moves))
    return make_table(
        {
            "stage": [*STAGES, "won"],
            "reached": found,
            "reached_expected": model.n * shares,
            "lost_here": np.append(-np.diff(found), 0),
        }
    )


def times_table(model: Pipeline) -> Table:
    """One row for each number of periods: how many deals are won and lost after just so many."""
    found = closing(model)
    return make_table({"periods": np.arange(found.shape[1]), "won_then": found[0], "lost_then": found[1]})


def forecast_table(model: Pipeline) -> Table:
    """One row a period: what the open deals are worth, what they promise, and what then came of them."""
    book = account(model)
    worth, came = book[:, 6:10], book[:, 10:14]
    return make_table(
        {
            "period": np.arange(1, model.periods + 1),
            "pipeline_value": worth.sum(axis=1) / 100,
            "forecast": worth @ model.believed / 100,
            "came": came.sum(axis=1) / 100,
            **{f"{stage}_value": worth[:, column] / 100 for column, stage in enumerate(STAGES)},
        }
    )
