"""A field in which options are put in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from courseware.text import Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import Option, preview_options, say_named
from exercises.grade import Invalid


@dataclass(frozen=True)
class Ordering(AnswerField):
    """Put the options in order, first to last. The response is the list of all ids."""

    options: tuple[Option, ...]
    kind: Literal["ordering"] = "ordering"
    made_of: ClassVar[Literal["options", "number", "words"]] = "options"

    def read(self, given: object) -> Sequence[str] | Invalid:
        """The ids in the order given, each of them once."""
        if not isinstance(given, list) or not all(isinstance(id_, str) for id_ in given):
            return self.unread()
        return given if sorted(given) == sorted(option.id for option in self.options) else self.unread()

    def say(self, given: object) -> Text:
        """The options in the order given."""
        return say_named(self.options, given, between=(" → ", " → "))

    def preview(self, language: Language) -> Iterator[str]:
        """The options behind square brackets."""
        return preview_options(self.options, "  [ ] ", language)
