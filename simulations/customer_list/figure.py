"""The views of a customer list: worth by age, what each year takes away, and who is in the sample."""

from typing import Final

from simulations.customer_list.draw_age import draw_age
from simulations.customer_list.draw_loss import draw_loss
from simulations.customer_list.draw_sample import draw_sample
from simulations.customer_list.model import CustomerList
from simulations.customer_list.views import age_table, loss_table, sample_table
from simulations.picture import View

VIEWS: Final[dict[str, View[CustomerList]]] = {
    "age": View(
        age_table,
        draw_age,
        shows=("age", "price", "ahead", "margin"),
        measures=("worth_expected", "worth", "profit", "pays_until", "share_of_today"),
    ),
    "loss": View(
        loss_table,
        draw_loss,
        shows=("a", "b", "r", "alpha", "ahead"),
        measures=("worth_today", "worth_expected", "alive_expected", "alive"),
    ),
    "sample": View(
        sample_table,
        draw_sample,
        shows=("age", "price", "sample", "ahead"),
        measures=("worth_by_sample", "worth_expected", "came_back", "recent", "recent_holds"),
    ),
}
