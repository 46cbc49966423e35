"""A field in which a number is typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal
from unicodedata import normalize

from courseware.text import LANGUAGES, Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import NOTHING, joined
from exercises.grade import Invalid
from exercises.typed import Typed, read_number


@dataclass(frozen=True)
class NumberField(AnswerField):
    """Type a number, written as people write numbers. The response is the text as typed."""

    unit: Text | None = None
    kind: Literal["number"] = "number"
    made_of: ClassVar[Literal["options", "number", "words"]] = "number"

    @property
    def units(self) -> tuple[str, ...]:
        """The unit in both languages; whoever types it with the number is understood."""
        return (self.unit.en, self.unit.zh) if self.unit else ()

    def read(self, given: object) -> Typed | Invalid:
        """The typed number."""
        typed = read_number(given, self.units) if isinstance(given, str) else None
        return self.unread(_EXPECTED) if typed is None else typed

    def say(self, given: object) -> Text:
        """What was typed, with the unit."""
        text = str(given).strip() if isinstance(given, str | int | float) else ""
        if not text:
            return NOTHING
        return joined({language: [self._with_unit(text, language)] for language in LANGUAGES})

    def preview(self, language: Language) -> Iterator[str]:
        """A line to fill in before the unit."""
        yield "  ____" + (f" {self.unit[language]}" if self.unit else "")

    def _with_unit(self, text: str, language: Language) -> str:
        """What was typed and its unit, unless the unit was typed, too."""
        units = tuple({unit.casefold() for unit in self.units})
        is_said = normalize("NFKC", text).casefold().endswith(units)
        return text if self.unit is None or is_said else f"{text} {self.unit[language]}"


_EXPECTED: Final = Text(
    en="This cannot be read as a number. Write it like 12.5, −3 or 1,200.",
    zh="无法读出数值。请写成 12.5、−3 或 1,200 这样的形式。",
)
