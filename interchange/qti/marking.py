"""How another platform marks an answer: declarations and rules that give the lab's own score."""

from typing import Final
from xml.etree.ElementTree import Element

from exercises.portable.question import Portable
from interchange.qti.elements import element
from interchange.qti.kinds import QtiKind
from interchange.qti.rules import FEEDBACK, SCORE, declared, identified, shown

EXPLAIN: Final = "EXPLAIN"
NONE: Final = "NONE"
"""Stands in the feedback from the start: some platforms cannot add to a container that holds nothing."""


def declarations(asked: QtiKind) -> list[Element]:
    """The variables of a question: the response with what is right, the score, the feedback to show."""
    whole = element("defaultValue", element("value", "1"))
    none = element("defaultValue", element("value", NONE))
    return [
        _response(asked),
        element("outcomeDeclaration", _nought(), **declared(SCORE, "float"), normalMaximum=1),
        element("outcomeDeclaration", whole, **declared("MAXSCORE", "float")),
        element("outcomeDeclaration", none, **declared(FEEDBACK, "identifier", "multiple")),
        *(element("outcomeDeclaration", _nought(), **declared(one, "integer")) for one in asked.counters()),
    ]


def processing(portable: Portable, asked: QtiKind) -> Element:
    """The rules that set the score and the feedback; an answer that was not given earns nothing."""
    explained = [] if portable.explain is None else [shown(identified(EXPLAIN))]
    return element("responseProcessing", *asked.rules(), *explained)


def _response(asked: QtiKind) -> Element:
    values = [element("value", one) for one in asked.right()]
    right = [element("correctResponse", *values)] if values else []
    entries = [element("mapEntry", mapKey=key, mappedValue=share) for key, share in asked.shares().items()]
    mapping = [element("mapping", *entries, lowerBound=0, upperBound=1, defaultValue=0)] if entries else []
    return element("responseDeclaration", *right, *mapping, **asked.response())


def _nought() -> Element:
    return element("defaultValue", element("value", "0"))
