"""The two countries that a customer may live in, and the pools of words that each must have."""

from typing import Final, Literal, get_args

Locale = Literal["en_US", "zh_CN"]
LOCALES: Final[tuple[Locale, ...]] = get_args(Locale)

POOLS: Final = ("given_female", "given_male", "family", "city", "occupation")
