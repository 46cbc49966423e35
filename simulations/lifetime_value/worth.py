"""What customers have brought, what they will bring, and what they would bring if the firm did better."""

from dataclasses import dataclass

import numpy as np

from simulations.bg_nbd import BgNbd
from simulations.history import Histories, Numbers
from simulations.lifetime_value.gamma_gamma import GammaGamma
from simulations.lifetime_value.log import Knowledge, Log
from simulations.lifetime_value.market import Market
from simulations.span import IN_A_MONTH, Span, TimeUnit, same_unit

YEAR = 12
"""Months."""


@dataclass(frozen=True)
class Outlook:
    """How far ahead purchases count, in steps of a month, and how they are discounted."""

    months: int
    rate: float
    """By what share money loses worth in a month."""
    month: Span


@dataclass(frozen=True)
class Levers:
    """What the firm may do: prevent this share of leaving, and raise visits and amounts by these shares."""

    keep: float = 0.0
    visit: float = 0.0
    spend: float = 0.0


@dataclass(frozen=True, eq=False)
class Worth:
    """Money a customer, in the three parts that add up."""

    historical: Numbers
    current: Numbers
    potential: Numbers

    @property
    def total(self) -> Numbers:
        """All three together."""
        return np.asarray(self.historical + self.current + self.potential)


def outlook(market: Market) -> Outlook:
    """How a market's future is counted; read in days, a month of 30 passes for 30 of the data's weeks."""
    read: TimeUnit = "days" if market.read_as == "days" else "weeks"
    monthly = (1 + market.discount) ** (1 / YEAR) - 1
    return Outlook(market.horizon, monthly, Span(IN_A_MONTH[read], "weeks"))


def residual_purchases(
    buying: BgNbd, known: Histories, ahead: Outlook, levers: Levers | None = None
) -> Numbers:
    """Discounted purchases to be expected from each customer, up to the end of the outlook.

    Purchases at λ(1+f) from a customer who leaves with p(1−l) are those at λ in (1+f)(1−l) times the time,
    over 1−l.
    """
    same_unit(buying.unit, ahead.month.unit)
    moved = levers or Levers()
    stay = 1 - moved.keep
    pairs = known.x + 1j * known.age
    kinds, where = np.unique(pairs, return_inverse=True)
    steps = np.arange(ahead.months + 1) * ahead.month.length * (1 + moved.visit) * stay
    grown = buying.of_the_living(kinds.real[:, None], kinds.imag[:, None], steps) / stay
    factors = (1 + ahead.rate) ** -np.arange(1.0, ahead.months + 1)
    return np.asarray(buying.alive(known) * (np.diff(grown, axis=1) @ factors)[where])


def past_margin(log: Log, margin: float, discount: float, customers: int) -> Numbers:
    """What each customer's purchases up to the cut have brought, with the interest since."""
    seen = log.week <= log.cut
    years = (log.cut - log.week[seen]) / (YEAR * IN_A_MONTH["weeks"])
    grown = margin * log.amount[seen] * (1 + discount) ** years
    return np.bincount(log.customer[seen], weights=grown, minlength=customers).astype(np.float64)


def worth(market: Market, log: Log, known: Knowledge, buying: BgNbd, spending: GammaGamma) -> Worth:
    """The historical, current and potential value of each customer."""
    ahead, histories = outlook(market), known.histories
    each = market.margin * spending.expected(histories.x, known.spent)
    levers = Levers(market.keep_lever, market.visit_lever, market.spend_lever)
    current = each * residual_purchases(buying, histories, ahead)
    moved = each * (1 + levers.spend) * residual_purchases(buying, histories, ahead, levers)
    past = past_margin(log, market.margin, market.discount, len(histories.x))
    return Worth(past, current, np.maximum(moved - current, 0.0))
