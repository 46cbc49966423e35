"""One option chosen, or several ticked, in QTI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, WantedLanguage
from interchange.qti.elements import add, element
from interchange.qti.parts import Parts
from interchange.qti.prose import line
from interchange.qti.rules import RESPONSE, declared, scored_by_mapping, shown, variable


@dataclass(frozen=True)
class QtiChoice:
    """Options that are mapped to what they add to the score."""

    portable: Portable
    parts: Parts
    is_single: bool

    def interaction_type(self) -> str:
        """As QTI calls it."""
        return "choiceInteraction"

    def interaction(self, wanted: WantedLanguage) -> list[Element]:
        """The options."""
        made = element(
            "choiceInteraction",
            responseIdentifier=RESPONSE,
            shuffle=self.portable.is_shuffled,
            maxChoices=1 if self.is_single else 0,
        )
        options = self.parts.options.items()
        add(made, *(element("simpleChoice", *line(text, wanted), identifier=name) for name, text in options))
        return [made]

    def response(self) -> Mapping[str, str]:
        """The identifiers of what was chosen."""
        return declared(RESPONSE, "identifier", "single" if self.is_single else "multiple")

    def right(self) -> Iterator[str]:
        """The best option, or all that add something."""
        shares = self.shares()
        if self.is_single:
            yield max(shares, key=lambda name: shares[name])
        else:
            yield from (name for name, share in shares.items() if share > 0)

    def shares(self) -> Mapping[str, float]:
        """What each option adds to the score."""
        pairs = zip(self.parts.options, self.portable.options, strict=True)
        return {name: option.share for name, option in pairs}

    def counters(self) -> tuple[str, ...]:
        """None."""
        return ()

    def rules(self) -> list[Element]:
        """The score by the mapping; the reasons written for what was chosen."""
        has_reasons = any(option.why for option in self.portable.options)
        return [scored_by_mapping(), *([shown(variable(RESPONSE))] if has_reasons else [])]

    def reasons(self) -> Iterator[tuple[str, Text | None, Text]]:
        """That of each option; what it is about, where several are ticked."""
        for name, option in zip(self.parts.options, self.portable.options, strict=True):
            if option.why:
                yield name, None if self.is_single else option.text, option.why
