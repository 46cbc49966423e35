"""The pipeline: how many deals are open in each stage, won and lost, and what the open ones promise."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.pipeline.chain import Numbers, velocity
from simulations.pipeline.deals import STAGES, Deals, Sales, deals

PLACES: Final = (*STAGES, "won", "lost")


@dataclass(frozen=True, kw_only=True)
class Pipeline(Sales):
    """A pipeline that is filled with the same number of deals each period."""

    def run(self) -> Table:
        """One row a period: deals created so far, open in each stage, won and lost; the chain beside."""
        book = account(self)
        expected = open_expected(self)
        return make_table(
            {
                "period": np.arange(1, self.periods + 1),
                "created": book[:, :6].sum(axis=1),
                "open": book[:, :4].sum(axis=1),
                **{place: book[:, column] for column, place in enumerate(PLACES)},
                "open_expected": expected[:, :4].sum(axis=1),
                "won_expected": expected[:, 4],
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Who won, how long it took and what is still to come; nan where there is nobody to ask."""
        return {**_of_the_end(self), **_of_all(self), **_of_the_forecast(self)}

    @property
    def believed(self) -> Numbers:
        """The chance to win that the sellers put on an open deal of each stage."""
        true = self.chain.win_chance
        return np.asarray(true + self.optimism * (1 - true))


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")


def _of_the_end(model: Pipeline) -> dict[str, float]:
    """What the book says after the last period."""
    *stages, won, lost = account(model)[-1, :6].tolist()
    return {
        "created": float(model.n),
        "open": float(sum(stages)),
        "won": float(won),
        "lost": float(lost),
        "win_rate_closed": _share(won, won + lost),
    }


def _of_all(model: Pipeline) -> dict[str, float]:
    """What becomes of all deals, once the last is closed, and what the chain says of them."""
    periods = closing(model)
    won, lost = periods[0], periods[1]
    counts = np.arange(periods.shape[1])
    chain = model.chain
    win, mean = float(chain.win_chance[0]), float(chain.mean_periods[0])
    return {
        "win_rate": _share(won.sum(), model.n),
        "win_rate_expected": win,
        "mean_periods": _share((won + lost) @ counts, model.n),
        "mean_periods_expected": mean,
        "mean_periods_won": _share(won @ counts, won.sum()),
        "mean_periods_won_expected": chain.mean_periods_won,
        "mean_periods_lost": _share(lost @ counts, lost.sum()),
        "velocity": velocity(model.n / model.periods * mean, win, model.value, mean),
    }


def _of_the_forecast(model: Pipeline) -> dict[str, float]:
    """What the open deals promise after the last period, in money, and what then comes of them."""
    row = account(model)[-1]
    forecast = float(row[6:10] @ model.believed) / 100
    came = float(row[10:14].sum()) / 100
    return {
        "pipeline_value": float(row[6:10].sum()) / 100,
        "forecast": forecast,
        "came": came,
        "forecast_error": _share(forecast - came, came),
    }


@lru_cache(maxsize=64)
def account(model: Pipeline) -> Counts:
    """One row a period. Columns 0–5: deals in PLACES; 6–9: cents open a stage; 10–13: of these, won later."""
    return simulate(model)


def simulate(
    model: Sales, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The same for the deals from `start` up to `stop`; the accounts of two groups add."""
    end = model.n if stop is None else stop
    return tally(partial(_rows, model), start, end, chunk=chunk, workers=workers)


def _rows(model: Sales, start: int, stop: int) -> Counts:
    some = deals(model, start, stop)
    later = np.where(some.won, some.value, 0)
    spells = [_spell(some, stage) for stage in range(len(STAGES))]
    counts = [_present(model.periods, *spell) for spell in spells]
    ends = [_present(model.periods, some.closed[chosen]) for chosen in (some.won, ~some.won)]
    cents = [
        _present(model.periods, enters, leaves, money[some.last >= stage])
        for money in (some.value, later)
        for stage, (enters, leaves) in enumerate(spells)
    ]
    return np.stack([*counts, *ends, *cents], axis=1)


def _spell(some: Deals, stage: int) -> tuple[Counts, Counts]:
    """When the deals that reach a stage enter and leave it."""
    here = some.last >= stage
    enters = some.created if stage == 0 else some.ends[:, stage - 1]
    return enters[here], some.ends[here, stage]


def _present(
    periods: int, enters: Counts, leaves: Counts | None = None, cents: Counts | None = None
) -> Counts:
    """How many deals, or cents, are there at the end of each period."""
    change = np.bincount(np.minimum(enters, periods), cents, periods + 1)
    if leaves is not None:
        change = change - np.bincount(np.minimum(leaves, periods), cents, periods + 1)
    return np.rint(np.cumsum(change)[:periods]).astype(np.int64)


@lru_cache(maxsize=64)
def closing(model: Pipeline) -> Counts:
    """How many deals are won (row 0) and lost (row 1) after so many periods (columns from 0)."""
    every = deals(model)
    periods = every.closed - every.created
    size = int(periods.max()) + 1
    won, lost = (np.bincount(periods[chosen], minlength=size) for chosen in (every.won, ~every.won))
    return np.stack([won, lost])


@lru_cache(maxsize=64)
def reached(model: Pipeline) -> Counts:
    """How many of all deals ever get to each stage, and how many are won."""
    last = np.bincount(deals(model).last, minlength=len(STAGES) + 1)
    return np.asarray(np.cumsum(last[::-1])[::-1])


def open_expected(model: Sales) -> Numbers:
    """How many deals the chain expects in each of PLACES at the end of each period."""
    created = np.bincount(np.arange(model.n) * model.periods // model.n, minlength=model.periods)
    ages = np.array([model.chain.after(age) for age in range(model.periods)])
    return np.array([created[: t + 1][::-1] @ ages[: t + 1] for t in range(model.periods)])


MODEL = Pipeline
