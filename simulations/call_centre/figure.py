"""The views of the call centre: the waits, the staffing, the day and the teams."""

from typing import Final

from simulations.call_centre.draw_day import draw_day
from simulations.call_centre.draw_pooling import draw_pooling
from simulations.call_centre.draw_staffing import draw_staffing
from simulations.call_centre.draw_waiting import draw_waiting
from simulations.call_centre.model import CallCentre
from simulations.call_centre.views import day_table, pooling_table, staffing_table, waiting_table
from simulations.picture import View

VIEWS: Final[dict[str, View[CallCentre]]] = {
    "waiting": View(
        waiting_table,
        draw_waiting,
        shows=("agents", "arrivals", "handling", "callers", "patience", "threshold"),
        measures=("service_level", "mean_wait", "abandon_share", "occupancy"),
    ),
    "staffing": View(
        staffing_table,
        draw_staffing,
        shows=("agents", "arrivals", "handling", "callers", "patience", "threshold"),
        measures=("service_level", "mean_wait", "agents_needed", "agents_needed_double"),
    ),
    "day": View(
        day_table,
        draw_day,
        shows=("rush", "agents", "arrivals", "handling", "callers", "patience", "hours"),
        measures=("day_service_level", "day_longest_queue", "day_worst_hour", "day_abandon_share"),
    ),
    "pooling": View(
        pooling_table,
        draw_pooling,
        shows=("teams", "agents", "arrivals", "handling", "callers", "patience"),
        measures=("mean_wait", "teams_wait", "mean_wait_expected", "teams_wait_expected"),
    ),
}
