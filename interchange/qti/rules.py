"""The words of QTI's rules: variables, values, conditions, what is set and what is shown."""

from typing import Final
from xml.etree.ElementTree import Element

from interchange.qti.elements import element

RESPONSE: Final = "RESPONSE"
SCORE: Final = "SCORE"
FEEDBACK: Final = "FEEDBACK"


def declared(name: str, base: str, cardinality: str = "single") -> dict[str, str]:
    """What the declaration of a variable says of it."""
    return {"identifier": name, "cardinality": cardinality, "baseType": base}


def variable(name: str) -> Element:
    """The value of a variable."""
    return element("variable", identifier=name)


def decimal(value: float) -> Element:
    """A number."""
    return element("baseValue", repr(float(value)), baseType="float")


def whole(value: int) -> Element:
    """A whole number."""
    return element("baseValue", str(value), baseType="integer")


def identified(name: str) -> Element:
    """An identifier."""
    return element("baseValue", name, baseType="identifier")


def assigned(name: str, value: Element) -> Element:
    """A variable is set to a value."""
    return element("setOutcomeValue", value, identifier=name)


def shown(value: Element) -> Element:
    """The feedback of these identifiers is shown, too."""
    return assigned(FEEDBACK, element("multiple", variable(FEEDBACK), value))


def where(condition: Element, *rules: Element) -> Element:
    """Rules for where a condition holds."""
    return element("responseCondition", element("responseIf", condition, *rules))


def scored_by_mapping() -> Element:
    """The score by the mapping of the response; an answer that was not given earns nothing."""
    return element(
        "responseCondition",
        element("responseIf", element("isNull", variable(RESPONSE)), assigned(SCORE, decimal(0.0))),
        element("responseElse", assigned(SCORE, element("mapResponse", identifier=RESPONSE))),
    )
