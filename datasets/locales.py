"""The two countries that a customer may live in, and the pools of words that each must have."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from courseware.language import Language

Locale = Literal["en_US", "zh_CN"]
LOCALES: Final[tuple[Locale, ...]] = get_args(Locale)

POOLS: Final = ("given_female", "given_male", "family", "city", "occupation")

LOCALE_OF: Final[Mapping[Language, Locale]] = {"en": "en_US", "zh": "zh_CN"}
"""Where the customers live whom readers of a language are told of."""
