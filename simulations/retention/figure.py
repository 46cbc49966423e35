"""The views of retention: who is still there, what that is worth, who they are, and the cash flow."""

from typing import Final

from simulations.picture import View
from simulations.retention.draw_cash_flow import draw_cash_flow
from simulations.retention.draw_sorting import draw_sorting
from simulations.retention.draw_survival import draw_survival
from simulations.retention.draw_worth import draw_worth
from simulations.retention.terms import Terms
from simulations.retention.views import cash_flow_table, sorting_table, survival_table, worth_table

VIEWS: Final[dict[str, View[Terms]]] = {
    "survival": View(
        survival_table,
        draw_survival,
        shows=("retention", "customers", "variety", "periods"),
        measures=("mean_tenure", "tenure_expected", "half_left", "share_after_5", "base_at_rest"),
    ),
    "worth": View(
        worth_table,
        draw_worth,
        shows=("retention", "discount", "margin", "acquisition", "profit_1", "customers", "variety"),
        measures=("npv_expected", "uplift_of_5_points", "uplift_of_5_percent", "uplift_level", "multiple"),
    ),
    "sorting": View(
        sorting_table,
        draw_sorting,
        shows=("customers", "variety", "retention", "periods"),
        measures=("stay_first", "stay_fifth", "mean_tenure", "npv_expected"),
    ),
    "cash_flow": View(
        cash_flow_table,
        draw_cash_flow,
        shows=(
            "retention",
            "discount",
            "acquisition",
            "margin",
            "profit_1",
            "profit_2",
            "profit_3",
            "profit_4",
            "profit_5",
            "periods",
        ),
        measures=("npv", "npv_expected", "payback_year", "customer_equity"),
    ),
}
