"""The views of diversion: what the firm earns, what each book says, and where the goods are used."""

from typing import Final

from simulations.diversion.draw_books import draw_books
from simulations.diversion.draw_goods import draw_goods
from simulations.diversion.draw_profit import draw_profit
from simulations.diversion.model import Diversion
from simulations.diversion.views import books_table, goods_table, profit_table
from simulations.picture import View

VIEWS: Final[dict[str, View[Diversion]]] = {
    "profit": View(
        profit_table,
        draw_profit,
        shows=("discount", "transport", "gap", "elasticity", "reach"),
        measures=("profit_expected", "profit", "profit_at_home", "best_discount", "best_profit"),
    ),
    "books": View(
        books_table,
        draw_books,
        shows=("discount", "transport", "gap", "cost"),
        measures=("earned_a_expected", "profit_expected", "discount_for_a", "best_discount"),
    ),
    "goods": View(
        goods_table,
        draw_goods,
        shows=("discount", "gap", "transport", "third", "discount_third", "elasticity_third"),
        measures=("sold_a", "diverted", "profit", "lost"),
    ),
}
