"""What a student of another platform sees and does: the interaction of each kind of question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from courseware.text import Text
from exercises.portable.question import Portable, PortableKind, Wanted
from interchange.qti.elements import add, element
from interchange.qti.prose import line
from interchange.shuffling import by_lot

RESPONSE: Final = "RESPONSE"


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


def interaction(portable: Portable, parts: Parts, wanted: Wanted) -> list[Element]:
    """What the student answers in."""
    return _INTERACTIONS[portable.kind](portable, parts, wanted)


def _choice(portable: Portable, parts: Parts, wanted: Wanted) -> list[Element]:
    most = 1 if portable.kind == "single" else 0
    made = element(
        "choiceInteraction", responseIdentifier=RESPONSE, shuffle=portable.is_shuffled, maxChoices=most
    )
    add(made, *(_simple(name, text, wanted) for name, text in parts.options.items()))
    return [made]


def _order(portable: Portable, parts: Parts, wanted: Wanted) -> list[Element]:
    """The steps never stand in their right order, even where a platform does not shuffle them."""
    made = element("orderInteraction", responseIdentifier=RESPONSE, shuffle=True)
    names = by_lot(list(parts.options), portable.id)
    add(made, *(_simple(name, parts.options[name], wanted) for name in names))
    return [made]


def _match(portable: Portable, parts: Parts, wanted: Wanted) -> list[Element]:
    rows, choices = list(parts.options), list(parts.choices)
    if portable.is_shuffled:
        choices = by_lot(choices, portable.id)
    made = element(
        "matchInteraction",
        element("simpleMatchSet", *(_joined(name, parts.options[name], wanted, most=1) for name in rows)),
        element("simpleMatchSet", *(_joined(name, parts.choices[name], wanted, most=0) for name in choices)),
        responseIdentifier=RESPONSE,
        shuffle=portable.is_shuffled,
        maxAssociations=len(rows),
    )
    return [made]


def _number(portable: Portable, parts: Parts, wanted: Wanted) -> list[Element]:  # noqa: ARG001
    field = element("textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=12)
    unit = [" ", *line(portable.unit, wanted)] if portable.unit else []
    return [element("p", field, *unit)]


def _simple(name: str, text: Text, wanted: Wanted) -> Element:
    return element("simpleChoice", *line(text, wanted), identifier=name)


def _joined(name: str, text: Text, wanted: Wanted, *, most: int) -> Element:
    return element("simpleAssociableChoice", *line(text, wanted), identifier=name, matchMax=most)


def _named(letter: str, texts: Sequence[Text]) -> dict[str, Text]:
    return {f"{letter}{number}": text for number, text in enumerate(texts, 1)}


_INTERACTIONS: Final[Mapping[PortableKind, Callable[[Portable, Parts, Wanted], list[Element]]]] = {
    "single": _choice,
    "several": _choice,
    "number": _number,
    "match": _match,
    "order": _order,
}
