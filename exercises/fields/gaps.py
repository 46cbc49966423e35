"""A field in which the gaps of the question's text are filled in with words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from courseware.text import LANGUAGES, Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import Option, joined
from exercises.grade import Invalid

MOST_LETTERS: Final = 120
"""The most letters that are read in one gap."""


@dataclass(frozen=True)
class Gaps(AnswerField):
    """Fill in each gap. The response maps the ids of the gaps to the words as typed."""

    gaps: tuple[Option, ...]
    kind: Literal["gaps"] = "gaps"
    made_of: ClassVar[Literal["options", "number", "words"]] = "words"

    def read(self, given: object) -> Mapping[str, str] | Invalid:
        """The words of every gap."""
        ids = [gap.id for gap in self.gaps]
        if not isinstance(given, Mapping) or not given.keys() <= set(ids):
            return self.unread()
        words = {id_: said for id_, said in given.items() if isinstance(said, str) and said.strip()}
        if missing := [gap.text for gap in self.gaps if gap.id not in words]:
            return self.unread(_still_empty(missing) if len(ids) > 1 else None)
        if any(len(said) > MOST_LETTERS for said in words.values()):
            return self.unread(_TOO_LONG)
        return words

    def say(self, given: object) -> Text:
        """The words of each gap that has some."""
        words = given if isinstance(given, Mapping) else {}
        said = [(gap.text, words.get(gap.id)) for gap in self.gaps]
        filled = [(label, one.strip()) for label, one in said if isinstance(one, str) and one.strip()]
        if len(self.gaps) == 1:
            return joined({language: [one for _, one in filled] for language in LANGUAGES})
        return joined(
            {language: [f"{label[language]} {one}" for label, one in filled] for language in LANGUAGES}
        )

    def preview(self, language: Language) -> Iterator[str]:
        """A line to fill in for each gap."""
        for gap in self.gaps:
            yield f"  {gap.text[language]} ____" if len(self.gaps) > 1 else "  ____"


def _still_empty(missing: Sequence[Text]) -> Text:
    first, more = missing[0], len(missing) - 1
    return Text(
        en=f"Every gap needs words; the first without: {first.en}" + f" (and {more} more)" * (more > 0),
        zh=f"每个空都要填写；第一处空缺：{first.zh}" + f"（另有 {more} 处）" * (more > 0),
    )


_TOO_LONG: Final = Text(
    en=f"A gap takes at most {MOST_LETTERS} letters: write only the missing words.",
    zh=f"每空最多 {MOST_LETTERS} 个字，请只写缺少的词语。",
)
