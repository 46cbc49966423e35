"""The views of word of mouth: how far it carries a product, and what talk weighs."""

from typing import Final

from simulations.picture import View
from simulations.word_of_mouth.draw_balance import balance_table, draw_balance
from simulations.word_of_mouth.draw_spread import draw_spread, spread_table
from simulations.word_of_mouth.model import WordOfMouth

VIEWS: Final[dict[str, View[WordOfMouth]]] = {
    "spread": View(
        spread_table,
        draw_spread,
        shows=("happy", "unhappy", "well_tells", "badly_tells", "p", "q", "periods"),
        measures=("reached", "years_to_half", "talk_balance"),
    ),
    "balance": View(
        balance_table,
        draw_balance,
        shows=("happy", "unhappy", "well_tells", "badly_tells"),
        measures=("net_messages", "told_well", "told_badly", "break_even", "happy_per_unhappy"),
    ),
}
