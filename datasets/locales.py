"""The two countries that a customer may live in, and the pools of words that each must have."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from courseware.text import Language

Locale = Literal["en_US", "zh_CN"]
LOCALES: Final[tuple[Locale, ...]] = get_args(Locale)

POOLS: Final = ("given_female", "given_male", "family", "city", "occupation")

LOCALE: Final[Mapping[Language, Locale]] = {"en": "en_US", "zh": "zh_CN"}
"""In which country's names a reader of each language meets the customers."""
