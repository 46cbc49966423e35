"""The views of lifetime value: who is still there, the forecast, the value, and the table it all needs."""

from typing import Final

from simulations.lifetime_value.draw_alive import draw_alive
from simulations.lifetime_value.draw_rfm import draw_rfm
from simulations.lifetime_value.draw_tracking import draw_tracking
from simulations.lifetime_value.draw_value import draw_value
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.views import alive_table, rfm_table, tracking_table, value_table
from simulations.picture import View

VIEWS: Final[dict[str, View[Market]]] = {
    "rfm_table": View(
        rfm_table,
        draw_rfm,
        shows=("source", "r", "alpha", "entry", "watched"),
        measures=("customers_known", "mean_repeats", "share_once"),
    ),
    "alive": View(
        alive_table,
        draw_alive,
        shows=("bought", "last_week", "ahead", "a", "b", "r", "alpha", "watched", "source"),
        measures=("probe_alive", "probe_expected", "alive_expected", "share_alive"),
    ),
    "tracking": View(
        tracking_table,
        draw_tracking,
        shows=("source", "story", "a", "b", "r", "alpha", "watched", "ahead"),
        measures=("forecast_error", "later_foretold", "later_actual", "loglik", "gradient_norm"),
    ),
    "value": View(
        value_table,
        draw_value,
        shows=(
            "margin",
            "discount",
            "horizon",
            "keep_lever",
            "visit_lever",
            "spend_lever",
            "read_as",
            "source",
            "p",
            "q",
            "v",
        ),
        measures=("historical", "current", "potential", "equity", "best_stay_best", "top_share", "slip"),
    ),
}
