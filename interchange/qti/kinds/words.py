"""A gap filled in with words, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, PortableWording, WantedLanguage
from interchange.blanks import ordered
from interchange.qti.elements import element
from interchange.qti.rules import RESPONSE, SCORE, assigned, decimal, declared, identified, shown, variable


@dataclass(frozen=True)
class QtiWords:
    """Words that are held against each wording that earns or is told something."""

    portable: Portable

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "textEntryInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:  # noqa: ARG002
        """A line to type in, below the sentence with its gap."""
        return [element("p", element("textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=30))]

    def response(self) -> Mapping[str, str]:
        """Words."""
        return declared(RESPONSE, "string")

    def right(self) -> Iterator[str]:
        """The words that are told as right."""
        yield self._wordings()[0].words

    def shares(self) -> Mapping[str, float]:
        """None: it is marked by rules."""
        return {}

    def counters(self) -> tuple[str, ...]:
        """None."""
        return ()

    def rules(self) -> list[Element]:
        """The first wording that the words are counts."""
        branches = [
            element(
                "responseIf" if index == 0 else "responseElseIf",
                self._is(one),
                assigned(SCORE, decimal(one.share)),
                *([shown(identified(_slip(index)))] if one.why else []),
            )
            for index, one in enumerate(self._wordings())
        ]
        otherwise = element("responseElse", assigned(SCORE, decimal(0.0)))
        return [element("responseCondition", *branches, otherwise)]

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """That of each foreseen wording."""
        for index, one in enumerate(self._wordings()):
            if one.why:
                yield _slip(index), None, one.why

    def _wordings(self) -> tuple[PortableWording, ...]:
        return tuple(ordered(self.portable.gaps[0]))

    def _is(self, one: PortableWording) -> Element:
        words = element("baseValue", one.words, baseType="string")
        return element("stringMatch", variable(RESPONSE), words, caseSensitive=self.portable.case_counts)


def _slip(index: int) -> str:
    """The feedback that the wording of this index gives."""
    return f"W{index + 1}"
