"""A typed number, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, PortableNumber, WantedLanguage
from interchange.digits import rounded
from interchange.qti.elements import element
from interchange.qti.prose import line
from interchange.qti.rules import RESPONSE, SCORE, assigned, decimal, declared, identified, shown, variable

SLACK: Final = 1e-12
"""By so much, times the size of a number, its tolerance is widened, since platforms round."""


@dataclass(frozen=True)
class QtiNumber:
    """A number that is held against each number that earns something."""

    portable: Portable

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "textEntryInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """A line to type in, before the unit."""
        field = element("textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=12)
        unit = [" ", *line(self.portable.unit, wanted)] if self.portable.unit else []
        return [element("p", field, *unit)]

    def response(self) -> Mapping[str, str]:
        """A number."""
        return declared(RESPONSE, "float")

    def right(self) -> Iterator[str]:
        """The number that earns most."""
        best = max(self.portable.numbers, key=lambda one: one.share)
        yield rounded(best.value, best.tolerance)

    def shares(self) -> Mapping[str, float]:
        """None: it is marked by rules."""
        return {}

    def counters(self) -> tuple[str, ...]:
        """None."""
        return ()

    def rules(self) -> list[Element]:
        """The first number that takes the answer counts."""
        branches = [
            element(
                "responseIf" if index == 0 else "responseElseIf",
                element("and", element("not", element("isNull", variable(RESPONSE))), _near(number)),
                assigned(SCORE, decimal(number.share)),
                *([shown(identified(_slip(index)))] if number.why else []),
            )
            for index, number in enumerate(self.portable.numbers)
        ]
        otherwise = element("responseElse", assigned(SCORE, decimal(0.0)))
        return [element("responseCondition", *branches, otherwise)]

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """That of each foreseen slip."""
        for index, number in enumerate(self.portable.numbers):
            if number.why:
                yield _slip(index), None, number.why


def _slip(index: int) -> str:
    """The feedback that the number of this index gives."""
    return f"N{index + 1}"


def _near(number: PortableNumber) -> Element:
    """Whether the response lies within the tolerance: two bounds, for few platforms know `equal` with one."""
    width = number.tolerance + SLACK * max(1.0, abs(number.value))
    low, high = decimal(number.value - width), decimal(number.value + width)
    return element("and", element("gte", variable(RESPONSE), low), element("lte", variable(RESPONSE), high))
