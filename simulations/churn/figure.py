"""The views of churn: the rate that is reported, the share that stays, and the register it is read from."""

from typing import Final

from simulations.churn.draw_lines import draw_lines
from simulations.churn.draw_rates import draw_rates
from simulations.churn.draw_survival import draw_survival
from simulations.churn.model import Churn
from simulations.churn.views import lines_table, rates_table, survival_table
from simulations.picture import View

VIEWS: Final[dict[str, View[Churn]]] = {
    "rates": View(
        rates_table,
        draw_rates,
        shows=("growth", "stop", "monthly", "at_renewal", "term", "periods"),
        measures=("churn_growing_expected", "churn_after_expected", "churn_of_newcomer", "mean_stay"),
    ),
    "survival": View(
        survival_table,
        draw_survival,
        shows=("after", "today", "growth", "monthly", "at_renewal", "periods"),
        measures=("stay_of_leavers", "mean_stay", "left_by_curve", "left_expected", "left_of_leavers"),
    ),
    "lines": View(
        lines_table,
        draw_lines,
        shows=("today", "growth", "monthly", "at_renewal", "periods"),
        measures=("known", "gone", "stay_of_leavers", "stay_by_exposure"),
    ),
}
