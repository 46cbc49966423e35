"""Recovery: something went wrong; who complains, who is helped and how soon decides who stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar

import numpy as np

from courseware.chance import stream, uniforms
from courseware.table import Table, make_table
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.model import Model
from simulations.parameter import between, one_of
from simulations.recovery.closed_forms import COURSE, stay_share
from simulations.tarp import PATHS, TARP, path_shares

COMPLAINS, FIXED, FAST, STAYS = 0, 1, 2, 3
"""Columns of each customer's uniforms."""

SILENT, UNRESOLVED, RESOLVED, AT_ONCE = range(4)


@dataclass(frozen=True, kw_only=True)
class Recovery(Model):
    """Customers whom the firm has failed, and what it does about it."""

    number: ClassVar[int] = 8

    complaint_rate: float = between(0, 1, default=0.5, step=0.05)
    fix_rate: float = between(0, 1, default=0.6, step=0.05)
    fast_rate: float = between(0, 1, default=0.5, step=0.05)
    loss: str = one_of(*TARP, default="minor")
    claim: str = one_of("tarp", "course", default="tarp")
    value_per_customer: float = between(0, 10_000, default=500.0, step=50)

    @property
    def stay_chances(self) -> tuple[float, float, float, float]:
        """The chance to stay on each of the PATHS; the course's claim replaces the last."""
        silent, unresolved, resolved, at_once = TARP[self.loss]
        return silent, unresolved, resolved, COURSE if self.claim == "course" else at_once

    @property
    def stay_expected(self) -> float:
        """The share that stays, by the closed form."""
        return stay_share(self.complaint_rate, self.fix_rate, self.fast_rate, self.stay_chances)

    def run(self) -> Table:
        """One row a path: how many took it, how many of them stayed, and what was to be expected."""
        cells = account(self)
        shares = path_shares(self.complaint_rate, self.fix_rate, self.fast_rate)
        return make_table(
            {
                "path": PATHS,
                "people": cells[:, 0],
                "stayed": cells[:, 1],
                "left": cells[:, 0] - cells[:, 1],
                "people_expected": self.n * np.array(shares),
                "stay_chance": self.stay_chances,
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Who stayed and what that is worth; nan where nobody took a path."""
        people, stayed = account(self).sum(axis=0).tolist()
        shares = [_share(row) for row in account(self).tolist()]
        return {
            "stay_share": stayed / people,
            "stay_expected": self.stay_expected,
            "stay_share_silent": shares[SILENT],
            "stay_share_unresolved": shares[UNRESOLVED],
            "stay_share_resolved": shares[RESOLVED],
            "stay_share_fast": shares[AT_ONCE],
            "share_silent_of_leavers": _silent_share(account(self)),
            "value_kept": stayed * self.value_per_customer,
            "value_lost": (people - stayed) * self.value_per_customer,
        }


def _share(row: list[int]) -> float:
    people, stayed = row
    return stayed / people if people else float("nan")


def _silent_share(cells: Counts) -> float:
    left = cells[:, 0] - cells[:, 1]
    return float(left[SILENT] / left.sum()) if left.any() else float("nan")


@lru_cache(maxsize=64)
def account(model: Recovery) -> Counts:
    """All customers: one row a path, columns people and stayed."""
    return simulate(model)


def simulate(
    model: Recovery, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The same for the customers from `start` up to `stop`; the accounts of two groups add."""
    end = model.n if stop is None else stop
    return tally(partial(_count, model), start, end, chunk=chunk, workers=workers)


def _count(model: Recovery, start: int, stop: int) -> Counts:
    luck = uniforms(model.seed, stream(model.number, 0, 0), start, stop)
    fixed = luck[:, FIXED] < model.fix_rate
    at_once = fixed & (luck[:, FAST] < model.fast_rate)
    helped = UNRESOLVED + fixed.astype(int) + at_once.astype(int)
    path = np.where(luck[:, COMPLAINS] < model.complaint_rate, helped, SILENT)
    stays = luck[:, STAYS] < np.array(model.stay_chances)[path]
    return np.stack([np.bincount(path, minlength=4), np.bincount(path[stays], minlength=4)], axis=1)


MODEL = Recovery
