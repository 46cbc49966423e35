"""A field in which each row is given one of the choices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from courseware.text import LANGUAGES, Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import Option, joined, preview_options
from exercises.grade import Invalid


@dataclass(frozen=True)
class Assign(AnswerField):
    """Give each row one of the choices. The response maps row ids to choice ids."""

    rows: tuple[Option, ...]
    choices: tuple[Option, ...]
    kind: Literal["assign"] = "assign"
    made_of: ClassVar[Literal["options", "number", "words"]] = "options"

    def read(self, given: object) -> Mapping[str, str] | Invalid:
        """The choice of every row."""
        rows = [row.id for row in self.rows]
        if not isinstance(given, Mapping) or not given.keys() <= set(rows):
            return self.unread()
        chosen = {row: choice for row, choice in given.items() if isinstance(choice, str) and choice}
        if missing := [row.text for row in self.rows if row.id not in chosen]:
            return self.unread(_still_missing(missing))
        if not set(chosen.values()) <= {choice.id for choice in self.choices}:
            return self.unread()
        return chosen

    def say(self, given: object) -> Text:
        """Each row that has a choice, with it."""
        rows = given if isinstance(given, Mapping) else {}
        choices = {choice.id: choice.text for choice in self.choices}
        chosen = [(row.text, rows.get(row.id)) for row in self.rows]
        pairs = [(row, choices[id_]) for row, id_ in chosen if isinstance(id_, str) and id_ in choices]
        return joined(
            {language: [f"{row[language]} → {one[language]}" for row, one in pairs] for language in LANGUAGES}
        )

    def preview(self, language: Language) -> Iterator[str]:
        """The rows, then the choices behind arrows."""
        yield from preview_options(self.rows, "  ", language)
        yield from preview_options(self.choices, "    → ", language)


def _still_missing(missing: Sequence[Text]) -> Text:
    first, more = missing[0], len(missing) - 1
    return Text(
        en=f"Every row needs a choice; the first without one: {first.en}"
        + (f" (and {more} more)" * (more > 0)),
        zh=f"每一行都要选择；第一处空缺：{first.zh}" + (f"（另有 {more} 行）" * (more > 0)),
    )
