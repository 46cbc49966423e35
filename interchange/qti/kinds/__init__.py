"""How QTI asks and marks each kind of portable question, one module a kind."""

from collections.abc import Iterator, Mapping
from typing import Protocol, assert_never
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, WantedLanguage
from interchange.qti.kinds.choice import QtiChoice
from interchange.qti.kinds.essay import QtiEssay
from interchange.qti.kinds.match import QtiMatch
from interchange.qti.kinds.number import QtiNumber
from interchange.qti.kinds.order import QtiOrder
from interchange.qti.kinds.words import QtiWords
from interchange.qti.parts import Parts
from interchange.unsupported import no_cloze


class QtiKind(Protocol):
    """What an assessment item asks of a kind."""

    def interaction_type(self) -> str:
        """What the package says that students do."""

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """What the student answers in."""

    def response(self) -> Mapping[str, str]:
        """The name, the cardinality and the type of the response."""

    def right(self) -> Iterator[str]:
        """The values of the right response."""

    def shares(self) -> Mapping[str, float]:
        """What each value of the response adds to the score, if it is marked by a mapping."""

    def counters(self) -> tuple[str, ...]:
        """The whole numbers that its rules count with."""

    def rules(self) -> list[Element]:
        """The rules that set the score and show the reasons."""

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """The identifier of each reason, what it is about if several may show at once, and the reason."""


def in_qti(portable: Portable, parts: Parts) -> QtiKind:
    """The question as QTI asks it."""
    match portable.kind:
        case "single" | "several" | "truth" as kind:
            return QtiChoice(portable, parts, is_single=kind != "several")
        case "number":
            return QtiNumber(portable)
        case "match":
            return QtiMatch(portable, parts)
        case "cloze":
            raise no_cloze(portable)
        case "order":
            return QtiOrder(portable, parts)
        case "blank":
            return QtiWords(portable)
        case "text":
            return QtiEssay(portable)
        case _:
            assert_never(portable.kind)
