"""An answer that a teacher marks, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, WantedLanguage
from interchange.qti.elements import element
from interchange.qti.prose import passage
from interchange.qti.rules import RESPONSE, declared
from interchange.rubrics import rubric_told


@dataclass(frozen=True)
class QtiEssay:
    """Room to write, and beside it what only those who mark are shown."""

    portable: Portable

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "extendedTextInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """The rubric for the scorer, then the field."""
        told = rubric_told(self.portable.rubric) if self.portable.rubric else None
        rubric = [element("rubricBlock", *passage(told, wanted), view="scorer")] if told else []
        return [*rubric, element("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines=12)]

    def response(self) -> Mapping[str, str]:
        """Words."""
        return declared(RESPONSE, "string")

    def right(self) -> Iterator[str]:
        """Nothing that a machine could compare."""
        return iter(())

    def shares(self) -> Mapping[str, float]:
        """None."""
        return {}

    def counters(self) -> tuple[str, ...]:
        """None."""
        return ()

    def rules(self) -> list[Element]:
        """None: the score is given by hand."""
        return []

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """None."""
        return iter(())
