"""A field in which one option is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from courseware.text import Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import Option, preview_options, say_named
from exercises.grade import Invalid


@dataclass(frozen=True)
class OneOf(AnswerField):
    """Choose one option. The response is its id."""

    options: tuple[Option, ...]
    is_truth: bool = False
    """Whether the stem is a statement, and the two options call it true and false, in this order."""
    kind: Literal["one_of"] = "one_of"
    made_of: ClassVar[Literal["options", "number", "words"]] = "options"

    def read(self, given: object) -> str | Invalid:
        """The id of the chosen option."""
        is_option = isinstance(given, str) and any(option.id == given for option in self.options)
        return str(given) if is_option else self.unread()

    def say(self, given: object) -> Text:
        """The chosen option."""
        return say_named(self.options, [given])

    def preview(self, language: Language) -> Iterator[str]:
        """The options behind round brackets."""
        return preview_options(self.options, "  ( ) ", language)
