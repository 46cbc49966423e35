"""The deals: when each came, how long it stayed in each stage, how it ended, what it was worth."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import stream, uniforms
from simulations.model import Model
from simulations.parameter import between
from simulations.pipeline.chain import Chain, Numbers

Whole = NDArray[np.int64]

STAGES: Final = ("lead", "qualified", "proposal", "negotiation")
COLUMNS: Final = 12
"""Uniforms of each deal: how long it stays in four stages, how it leaves them, its value; three spare."""
VALUE: Final = 8
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""


@dataclass(frozen=True, kw_only=True)
class Sales(Model):
    """A pipeline of four stages; chances are per period, the value is a mean in money."""

    number: ClassVar[int] = 42

    n: int = between(1, 2_000_000, default=2000, step=1)
    advance_lead: float = between(0.05, 0.9, default=0.35, step=0.05)
    lose_lead: float = between(0, 0.5, default=0.25, step=0.05)
    advance_qualified: float = between(0.05, 0.9, default=0.55, step=0.05)
    lose_qualified: float = between(0, 0.5, default=0.15, step=0.05)
    advance_proposal: float = between(0.05, 0.9, default=0.60, step=0.05)
    lose_proposal: float = between(0, 0.5, default=0.12, step=0.02)
    advance_negotiation: float = between(0.05, 0.9, default=0.70, step=0.05)
    lose_negotiation: float = between(0, 0.5, default=0.10, step=0.02)
    value: float = between(100, 1_000_000, default=10_000.0, step=100)
    spread: float = between(0, 2, default=0.8, step=0.1)
    optimism: float = between(0, 1, default=0.0, step=0.05)
    periods: int = between(1, 60, default=24, step=1)

    @property
    def chain(self) -> Chain:
        """The chain of the stages; what is lost is at most what does not advance."""
        advance = tuple(float(getattr(self, f"advance_{stage}")) for stage in STAGES)
        lose = tuple(float(getattr(self, f"lose_{stage}")) for stage in STAGES)
        return Chain(advance, tuple(min(b, 1 - a) for a, b in zip(advance, lose, strict=True)))


@dataclass(frozen=True)
class Deals:
    """Some deals, one row a deal; periods count from 0, ends are the first period without it."""

    created: Whole
    ends: Whole
    """When the deal leaves each stage, as if it had never been lost before: one column a stage."""
    last: Whole
    """The stage it was lost in; the number of stages if it is won."""
    value: Whole
    """In cents."""

    @property
    def won(self) -> NDArray[np.bool_]:
        """Whether the deal is won in the end."""
        return np.asarray(self.last == len(STAGES))

    @property
    def closed(self) -> Whole:
        """The period in which the deal is won or lost."""
        stage = np.minimum(self.last, len(STAGES) - 1)
        return np.asarray(np.take_along_axis(self.ends, stage[:, None], axis=1)[:, 0])


def deals(model: Sales, start: int = 0, stop: int | None = None) -> Deals:
    """The deals from `start` up to `stop`; as many come in each period as in any other."""
    stop = model.n if stop is None else stop
    luck = uniforms(model.seed, stream(model.number, 0, 0), start, stop, COLUMNS)
    chain, stages = model.chain, len(STAGES)
    created = np.arange(start, stop) * model.periods // model.n
    leaves = luck[:, stages : 2 * stages] >= np.array(chain.advance) / chain.moves
    last = np.where(leaves.any(axis=1), leaves.argmax(axis=1), stages)
    ends = created[:, None] + np.cumsum(_stays(luck[:, :stages], chain.moves), axis=1)
    return Deals(created, ends, last, _values(model, luck[:, VALUE]))


def _stays(luck: Numbers, moves: Numbers) -> Whole:
    """Periods in each stage, at least one: geometric by inverse transform."""
    with np.errstate(divide="ignore"):
        periods = np.ceil(np.log1p(-luck) / np.log1p(-np.minimum(moves, 1.0)))
    return np.asarray(np.maximum(periods, 1), dtype=np.int64)


def _values(model: Sales, luck: Numbers) -> Whole:
    """What each deal is worth, in cents: lognormal with the mean of the model."""
    normal = ndtri(np.maximum(luck, TINY))
    worth = model.value * np.exp(model.spread * normal - model.spread**2 / 2)
    return np.asarray(np.rint(100 * worth), dtype=np.int64)
