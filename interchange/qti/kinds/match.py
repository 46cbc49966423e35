"""Rows joined to their choices, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, PortablePair, WantedLanguage
from interchange.qti.elements import element
from interchange.qti.parts import Parts
from interchange.qti.prose import line
from interchange.qti.rules import RESPONSE, declared, identified, scored_by_mapping, shown, variable, where
from interchange.shuffling import seeded_order


@dataclass(frozen=True)
class QtiMatch:
    """Pairs of a row and a choice, each of which adds its part to the score."""

    portable: Portable
    parts: Parts

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "matchInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """Rows and choices."""
        rows, choices = list(self.parts.options), list(self.parts.choices)
        if self.portable.is_shuffled:
            choices = seeded_order(choices, self.portable.id)
        texts = {**self.parts.options, **self.parts.choices}
        made = element(
            "matchInteraction",
            element("simpleMatchSet", *(_joined(name, texts[name], wanted, most=1) for name in rows)),
            element("simpleMatchSet", *(_joined(name, texts[name], wanted, most=0) for name in choices)),
            responseIdentifier=RESPONSE,
            shuffle=self.portable.is_shuffled,
            maxAssociations=len(rows),
        )
        return [made]

    def response(self) -> Mapping[str, str]:
        """The pairs that were joined."""
        return declared(RESPONSE, "directedPair", "multiple")

    def right(self) -> Iterator[str]:
        """Each row with its choice."""
        return (joined for _, joined, _ in self._pairs())

    def shares(self) -> Mapping[str, float]:
        """The same for each row."""
        return {joined: 1 / len(self.portable.pairs) for _, joined, _ in self._pairs()}

    def counters(self) -> tuple[str, ...]:
        """None."""
        return ()

    def rules(self) -> list[Element]:
        """The score by the mapping; the reason of each row that is not joined to its choice."""
        return [
            scored_by_mapping(),
            *(
                where(_lacks(joined), shown(identified(row)))
                for row, joined, pair in self._pairs()
                if pair.why
            ),
        ]

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """That of each row."""
        for row, _, pair in self._pairs():
            if pair.why:
                yield row, pair.row, pair.why

    def _pairs(self) -> Iterator[tuple[str, str, PortablePair]]:
        """The identifier of each row, the right pair with its choice, and what they say."""
        for name, pair in zip(self.parts.options, self.portable.pairs, strict=True):
            yield name, f"{name} {self.parts.choice(pair.choice)}", pair


def _joined(name: str, text: Text, wanted: WantedLanguage, *, most: int) -> Element:
    return element("simpleAssociableChoice", *line(text, wanted), identifier=name, matchMax=most)


def _lacks(pair: str) -> Element:
    """Whether a pair was not joined."""
    joined = element("baseValue", pair, baseType="directedPair")
    return element("not", element("member", joined, variable(RESPONSE)))
