"""A field in which a number is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal
from unicodedata import normalize

from courseware.text import LANGUAGES, Language, Text, in_each
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

    @property
    def is_percent(self) -> bool:
        """Whether a share is asked for in per cent."""
        return self.units == ("%", "%")

    @property
    def like(self) -> Text:
        """What is to be written in it."""
        return _PERCENT_LIKE if self.is_percent else _LIKE

    def read(self, given: object) -> Typed | Invalid:
        """The typed number."""
        typed = read_number(given, self.units) if isinstance(given, str) else None
        if typed is None:
            return self.unread(_EXPECTED_PERCENT if self.is_percent else _EXPECTED)
        return typed

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


def unread_parts(parts: Sequence[tuple[Text, object, Text]]) -> Text:
    """Which of several answers cannot be read, what was typed there, and what each of them expects.

    Each part is its label, what was given, and what is to be done there.
    """
    said = [_unread(*part) for part in parts[:_MOST_TOLD]]
    if more := len(parts) - len(said):
        said.append(_MORE.fill({"n": more}))
    return in_each(lambda language: " ".join(one[language] for one in said))


def _unread(label: Text, given: object, like: Text) -> Text:
    typed = " ".join(given.split())[:_LONGEST] if isinstance(given, str) else ""
    text = _STRANGE if typed else _OPEN
    return text.fill({"label": label, "typed": typed, "like": like})


_MOST_TOLD: Final = 3
_LONGEST: Final = 20
_LIKE: Final = Text(en="write a number like 12.5, −3 or 1,200", zh="请填 12.5、−3 或 1,200 这样的数")
_PERCENT_LIKE: Final = Text(en="write a percentage like 60% or 0.6", zh="请填 60% 或 0.6 这样的百分数")
_STRANGE: Final = Text(
    en="{label}: “{typed}” cannot be read; {like}.", zh="{label}：读不出“{typed}”，{like}。"
)
_OPEN: Final = Text(en="{label}: still empty; {like}.", zh="{label}：还没有填，{like}。")
_MORE: Final = Text(en="({n} more)", zh="（另有 {n} 处）")
_EXPECTED: Final = Text(
    en="This cannot be read as a number. Write it like 12.5, −3 or 1,200.",
    zh="无法读出数值。请写成 12.5、−3 或 1,200 这样的形式。",
)
_EXPECTED_PERCENT: Final = Text(
    en="This cannot be read as a percentage. Write it like 60% or 0.6.",
    zh="无法读出百分数。请写成 60% 或 0.6 这样的形式。",
)
