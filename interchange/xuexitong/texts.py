"""The texts of cells: in one language or in both, and what the lines of 答案解析 say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from courseware.language import other_languages
from courseware.problem import ReaderError
from courseware.text import ONE_WILL_DO, Language, Text
from interchange.xuexitong.layout import BETWEEN, NOTE, REASON
from interchange.xuexitong.words import to_markdown


@dataclass(frozen=True)
class CellText:
    """A plain text in both languages; `lacks` is the one for which the other only stands in."""

    zh: str
    en: str
    lacks: Language | None = None

    @classmethod
    def of(cls, cell: str, alone: Language | None = None) -> "CellText":
        """What a cell says: Chinese before English if it says both.

        `alone` is the language of a file in which no cell says both.
        """
        zh, between, en = cell.partition(BETWEEN)
        if between:
            return cls(zh.strip(), en.strip())
        return cls(zh.strip(), zh.strip(), other_languages(alone)[0] if alone else None)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing in one of the languages."""
        return not (self.zh.split() and self.en.split())

    def markdown(self) -> Text:
        """The text as the lab keeps it; a ReaderError if there is none."""
        if self.is_blank:
            raise ReaderError(_EMPTY)
        sides = {"en": to_markdown(self.en), "zh": to_markdown(self.zh)}
        if self.lacks:
            sides[self.lacks] = ""
        return Text.model_validate(sides, context=ONE_WILL_DO)


def explained(passage: CellText, options: Sequence[CellText]) -> tuple[Text | None, dict[int, Text]]:
    """The explanation without the lines that give reasons, and the reason for each option."""
    zh, whys_zh = _sorted(passage.zh, [one_line(option.zh) for option in options])
    en, whys_en = _sorted(passage.en, [one_line(option.en) for option in options])
    rest = CellText(zh, en, passage.lacks)
    whys = {
        at: CellText(whys_zh[at], whys_en[at], passage.lacks).markdown()
        for at in whys_zh.keys() & whys_en.keys()
        if whys_zh[at] and whys_en[at]
    }
    return None if rest.is_blank else rest.markdown(), whys


def one_line(text: str) -> str:
    """The text without breaks."""
    return " ".join(text.split())


def _sorted(text: str, options: Sequence[str]) -> tuple[str, dict[int, str]]:
    kept: list[str] = []
    whys: dict[int, str] = {}
    for line in text.splitlines():
        at = _reason(line, options)
        if at is not None:
            whys.setdefault(at, line.removeprefix(f"{REASON}{options[at]}：").strip())
        elif not line.startswith(NOTE):
            kept.append(line)
    return "\n".join(kept), whys


def _reason(line: str, options: Sequence[str]) -> int | None:
    """The option that the line gives the reason for; the longest of them that fit."""
    fitting = [at for at, option in enumerate(options) if line.startswith(f"{REASON}{option}：")]
    return max(fitting, key=lambda at: len(options[at]), default=None)


_EMPTY: Final = Text(en="One of its texts is empty.", zh="有一处文字是空的。")
