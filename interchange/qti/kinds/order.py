"""An order, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, WantedLanguage
from interchange.qti.elements import add, element
from interchange.qti.parts import Parts
from interchange.qti.prose import line
from interchange.qti.rules import (
    RESPONSE,
    SCORE,
    assigned,
    decimal,
    declared,
    identified,
    variable,
    where,
    whole,
)
from interchange.shuffling import seeded_order

GOOD: Final = "PAIRS"
"""How many pairs of steps stand the right way round."""


@dataclass(frozen=True)
class QtiOrder:
    """Steps whose pairs are counted."""

    portable: Portable
    parts: Parts

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "orderInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """The steps never stand in their right order, even where a platform does not shuffle them."""
        made = element("orderInteraction", responseIdentifier=RESPONSE, shuffle=True)
        steps = self.parts.options
        names = seeded_order(list(steps), self.portable.id)
        add(made, *(element("simpleChoice", *line(steps[name], wanted), identifier=name) for name in names))
        return [made]

    def response(self) -> Mapping[str, str]:
        """The identifiers in the order given."""
        return declared(RESPONSE, "identifier", "ordered")

    def right(self) -> Iterator[str]:
        """The steps as they are written."""
        return iter(self.parts.options)

    def shares(self) -> Mapping[str, float]:
        """None: it is marked by rules."""
        return {}

    def counters(self) -> tuple[str, ...]:
        """The good pairs, and the place of each step."""
        return (GOOD, *map(_place, self.parts.options))

    def rules(self) -> list[Element]:
        """Kendall's τ, nothing below nothing: the pairs that stand the right way round are counted."""
        names = list(self.parts.options)
        pairs = list(combinations(names, 2))
        one_more = assigned(GOOD, element("sum", variable(GOOD), whole(1)))
        share = element("divide", element("product", whole(2), variable(GOOD)), whole(len(pairs)))
        least, nothing = len(pairs) // 2, assigned(SCORE, decimal(0.0))
        return [
            *(_find_place(number, names) for number in range(1, len(names) + 1)),
            *(
                where(element("lt", variable(_place(before)), variable(_place(after))), one_more)
                for before, after in pairs
            ),
            element(
                "responseCondition",
                element("responseIf", element("lte", variable(GOOD), whole(least)), nothing),
                element("responseElse", assigned(SCORE, element("subtract", share, decimal(1.0)))),
            ),
        ]

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """None travel."""
        return iter(())


def _find_place(number: int, names: list[str]) -> Element:
    branches = (
        element(
            "responseIf" if name == names[0] else "responseElseIf",
            element("match", element("index", variable(RESPONSE), n=number), identified(name)),
            assigned(_place(name), whole(number)),
        )
        for name in names
    )
    return element("responseCondition", *branches)


def _place(name: str) -> str:
    return f"PLACE_{name}"
