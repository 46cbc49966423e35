"""The views of the pipeline: the funnel, the times, the forecast."""

from typing import Final

from simulations.picture import View
from simulations.pipeline.deals import STAGES
from simulations.pipeline.draw_forecast import draw_forecast
from simulations.pipeline.draw_funnel import draw_funnel
from simulations.pipeline.draw_times import draw_times
from simulations.pipeline.model import Pipeline
from simulations.pipeline.views import forecast_table, funnel_table, times_table

CHANCES: Final = tuple(f"{move}_{stage}" for stage in STAGES for move in ("advance", "lose"))

VIEWS: Final[dict[str, View[Pipeline]]] = {
    "funnel": View(
        funnel_table,
        draw_funnel,
        shows=CHANCES,
        measures=("win_rate", "win_rate_expected", "velocity"),
    ),
    "stage_times": View(
        times_table,
        draw_times,
        shows=CHANCES,
        measures=("mean_periods", "mean_periods_won", "mean_periods_lost", "win_rate"),
    ),
    "forecast": View(
        forecast_table,
        draw_forecast,
        shows=("optimism", "value", "spread", "periods", *CHANCES),
        measures=("pipeline_value", "forecast", "came", "forecast_error"),
    ),
}
