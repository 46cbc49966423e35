"""Things to choose, to place or to put in order, and how answers that name them are read and told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from courseware.text import LANGUAGES, Language, Text

NOTHING: Final = Text(en="—", zh="—")


@dataclass(frozen=True)
class Option:
    """Something to choose or to place; its id says nothing about whether it is right."""

    id: str
    text: Text


def say_named(options: Sequence[Option], given: object, between: tuple[str, str] = (", ", "、")) -> Text:
    """The texts of the options whose ids were given."""
    names = {option.id: option.text for option in options}
    ids = given if isinstance(given, list) else []
    chosen = [names[one] for one in ids if isinstance(one, str) and one in names]
    return joined({language: [text[language] for text in chosen] for language in LANGUAGES}, between)


def joined(parts: Mapping[Language, Sequence[str]], between: tuple[str, str] = ("; ", "；")) -> Text:
    """The parts in a row, in each language; `NOTHING` if there are none."""
    if not parts["en"]:
        return NOTHING
    return Text(en=between[0].join(parts["en"]), zh=between[1].join(parts["zh"]))


def preview_options(options: Sequence[Option], mark: str, language: Language) -> Iterator[str]:
    """A line for each option, for a teacher at a terminal."""
    for option in options:
        yield f"{mark}{option.id}  {option.text[language]}"
