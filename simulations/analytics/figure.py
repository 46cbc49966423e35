"""The views of the analytical system: groups, gains, calibration, campaign."""

from typing import Final

from simulations.analytics.draw_calibration import draw_calibration
from simulations.analytics.draw_campaign import draw_campaign
from simulations.analytics.draw_lift import draw_lift
from simulations.analytics.draw_segments import draw_segments
from simulations.analytics.model import Analytics
from simulations.analytics.views import calibration_table, campaign_table, lift_table, segments_table
from simulations.picture import View

VIEWS: Final[dict[str, View[Analytics]]] = {
    "segments": View(
        segments_table,
        draw_segments,
        shows=("groups", "signal", "churn"),
        measures=("revenue_of_top_fifth", "churn_rate"),
    ),
    "lift": View(
        lift_table,
        draw_lift,
        shows=("contacted", "signal", "churn", "training"),
        measures=("auc", "top_decile_lift", "captured", "churn_rate"),
    ),
    "calibration": View(
        calibration_table,
        draw_calibration,
        shows=("training", "signal", "churn"),
        measures=("brier", "auc", "mean_score", "churn_rate"),
    ),
    "campaign": View(
        campaign_table,
        draw_campaign,
        shows=("contacted", "contact_cost", "margin", "persuasion", "sleeping", "signal", "churn"),
        measures=("campaign_profit", "best_share", "best_profit", "profit_if_known"),
    ),
}
