"""The views of uplift: whom the call helps, whom each score keeps, what that earns, how large a pilot."""

from typing import Final

from simulations.picture import View
from simulations.uplift.draw_campaign import draw_campaign
from simulations.uplift.draw_effect import draw_effect
from simulations.uplift.draw_pilot import draw_pilot
from simulations.uplift.draw_qini import draw_qini
from simulations.uplift.model import Uplift
from simulations.uplift.views import campaign_table, effect_table, pilot_table, qini_table

VIEWS: Final[dict[str, View[Uplift]]] = {
    "effect": View(
        effect_table,
        draw_effect,
        shows=("score", "pull_on_decided", "pull", "pull_on_open", "pilot"),
        measures=("churn_alone", "churn_called", "effect_on_first", "harmed_by_call", "correlation"),
    ),
    "qini": View(
        qini_table,
        draw_qini,
        shows=("score", "called", "pilot", "pull_on_decided", "pull", "pull_on_open"),
        measures=("kept", "driven_away", "qini", "effect_on_first"),
    ),
    "campaign": View(
        campaign_table,
        draw_campaign,
        shows=("score", "called", "pull_on_decided", "call_cost", "margin", "pilot", "acquisition"),
        measures=("profit", "total_profit", "cost_per_kept", "winning_to_keeping", "best_share"),
    ),
    "pilot": View(
        pilot_table,
        draw_pilot,
        shows=("pilot", "score", "called", "call_cost", "margin", "pilot_cost"),
        measures=("profit", "total_profit", "profit_by_truth", "effect_on_first"),
    ),
}
