"""The views of satisfaction, in the order a class meets them."""

from typing import Final

from simulations.picture import View
from simulations.satisfaction.draw_fade import draw_fade
from simulations.satisfaction.draw_gap import draw_gap
from simulations.satisfaction.draw_promise import draw_promise
from simulations.satisfaction.draw_value import draw_value
from simulations.satisfaction.offer import Offer
from simulations.satisfaction.views import (
    BENEFITS,
    COSTS,
    fade_table,
    gap_table,
    promise_table,
    value_table,
)

VIEWS: Final[dict[str, View[Offer]]] = {
    "value": View(
        value_table,
        draw_value,
        shows=(*BENEFITS, *COSTS, "expectation"),
        measures=("cpv", "cost_per_head"),
    ),
    "gap": View(
        gap_table,
        draw_gap,
        shows=("expectation", *BENEFITS, *COSTS, "noise", "threshold", "assimilation", "reservation"),
        measures=("mean_gap", "share_delighted", "share_unhappy", "share_tried"),
    ),
    "promise": View(
        promise_table,
        draw_promise,
        shows=("expectation", "service", "money", "periods", "adaptation", "loss_aversion", "reservation"),
        measures=("purchases_per_prospect", "share_tried", "share_satisfied", "repeat_share"),
    ),
    "fade": View(
        fade_table,
        draw_fade,
        shows=("expectation", "adaptation", "improvement", "service", "money", "noise", "periods"),
        measures=("mean_gap", "last_gap", "final_expectation", "alive_at_end"),
    ),
}  # fmt: skip
