"""The views of the integrated firm: its growth, what doubling brings, and how a call flows through it."""

from typing import Final

from simulations.integrated.draw_doubling import doubling_table, draw_doubling
from simulations.integrated.draw_flow import draw_flow, flow_table
from simulations.integrated.draw_growth import draw_growth, growth_table
from simulations.integrated.model import Integrated
from simulations.picture import View

SERVICE: Final = ("silo_agents", "contact", "handling", "patience", "stay_served", "stay_failed")

VIEWS: Final[dict[str, View[Integrated]]] = {
    "growth": View(
        growth_table,
        draw_growth,
        shows=("acquisition", *SERVICE, "target", "threshold", "margin", "wage", "periods"),
        measures=("silo_customers", "integrated_customers", "silo_profit", "integrated_profit"),
    ),
    "doubling": View(
        doubling_table,
        draw_doubling,
        shows=("acquisition", *SERVICE, "target", "threshold"),
        measures=("silo_doubling", "integrated_doubling", "silo_rest", "integrated_rest"),
    ),
    "flow": View(
        flow_table,
        draw_flow,
        shows=("links", "silo_agents", "acquisition"),
        measures=("silo_answered", "integrated_answered", "integrated_agents"),
    ),
}
