"""The identifiers of what can be chosen, placed or joined in a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from courseware.text import Text
from exercises.portable.question import Portable


@dataclass(frozen=True)
class Parts:
    """The identifiers of what can be chosen, placed or joined in a question."""

    options: Mapping[str, Text]
    """Options of a choice, steps in their right order, or the rows of a match."""
    choices: Mapping[str, Text]
    """What the rows of a match are joined to; every text once."""

    def choice(self, text: Text) -> str:
        """The identifier of the choice of this text."""
        return next(name for name, one in self.choices.items() if one == text)


def parts_of(portable: Portable) -> Parts:
    """Identifiers for the parts of a question, in the order in which they are written down."""
    rows = [pair.row for pair in portable.pairs]
    options = [option.text for option in portable.options] or list(portable.order) or rows
    choices = list(dict.fromkeys([*(pair.choice for pair in portable.pairs), *portable.distractors]))
    return Parts(_named("A", options), _named("C", choices))


def _named(letter: str, texts: Sequence[Text]) -> dict[str, Text]:
    return {f"{letter}{number}": text for number, text in enumerate(texts, 1)}
