"""A field in which any number of options is ticked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from courseware.text import Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import Option, preview_options, say_named
from exercises.grade import Invalid


@dataclass(frozen=True)
class ManyOf(AnswerField):
    """Tick every option that fits. The response is a list of ids."""

    options: tuple[Option, ...]
    kind: Literal["many_of"] = "many_of"
    made_of: ClassVar[Literal["options", "number", "words"]] = "options"

    def read(self, given: object) -> frozenset[str] | Invalid:
        """The ids of the ticked options, at least one."""
        known = {option.id for option in self.options}
        if not isinstance(given, list) or not given:
            return self.unread()
        if not all(isinstance(one, str) and one in known for one in given):
            return self.unread()
        return frozenset(given)

    def say(self, given: object) -> Text:
        """The ticked options."""
        return say_named(self.options, given)

    def preview(self, language: Language) -> Iterator[str]:
        """The options behind square brackets."""
        return preview_options(self.options, "  [ ] ", language)
