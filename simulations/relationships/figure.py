"""The views of relationships: whom a plan reaches, which level pays, plans, customers, hours."""

from typing import Final

from simulations.picture import View
from simulations.relationships.draw_customers import draw_customers
from simulations.relationships.draw_hours import draw_hours
from simulations.relationships.draw_number import draw_number
from simulations.relationships.draw_plans import draw_plans
from simulations.relationships.draw_worth import draw_worth
from simulations.relationships.model import Relationships
from simulations.relationships.views import (
    customers_table,
    hours_table,
    number_table,
    plans_table,
    worth_table,
)

CUTS: Final = ("cut_reactive", "cut_accountable", "cut_proactive", "cut_partnership")

VIEWS: Final[dict[str, View[Relationships]]] = {
    "customers": View(
        customers_table,
        draw_customers,
        shows=("plan", *CUTS, "hours", "staff", "wage", "margin", "spread"),
        measures=("value", "share_of_best", "hours_used", "not_served", "worth_of_hour"),
    ),
    "worth": View(
        worth_table,
        draw_worth,
        shows=("staff", "wage", "hours", "retention", "rise", "growth", "partner_hours", "discount"),
        measures=("best_cut_reactive", "best_cut_accountable", "best_cut_proactive", "best_cut_partnership"),
    ),
    "plans": View(
        plans_table,
        draw_plans,
        shows=("plan", "staff", "hours", "wage", "spread", "rise", "growth"),
        measures=("share_of_best", "not_served", "hours_used", "value", "value_best"),
    ),
    "hours": View(
        hours_table,
        draw_hours,
        shows=("hours", "plan", "margin", "spread", "partner_hours", "rise", "growth"),
        measures=("worth_of_hour", "worth_of_hour_expected", "value", "value_best", "hours_used"),
    ),
    "number": View(
        number_table,
        draw_number,
        shows=("staff", "hours", "wage", "margin", "spread"),
        measures=("worth_of_hour", "worth_of_hour_expected", "fitting_wage", "hours_best"),
    ),
}
