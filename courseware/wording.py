"""Slips of wording found by looking: disliked terms, a blank before per cent, a hyphen as minus."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from courseware.language import conventions
from courseware.text import LANGUAGES, Text

Sentences = tuple[Text, Text]

_TERMS: Final = Path(__file__).with_name("wording.yaml")
_NOT_PROSE: Final = re.compile(
    r"\{\{.*?\}\}|`[^`]*`|\$[^$]*\$|https?://\S+|\]\([^)]*\)|\[\[[^\]|]*\|?", re.DOTALL
)
_PER_CENT: Final = re.compile(r"\d[ \u00a0]%(?!\w)")
_HYPHEN: Final = re.compile(r"(?<![\w.,\-–—−/)\]}])-\d")


@cache
def preferred() -> Mapping[str, Mapping[str, str]]:
    """The disliked words of each language with what to write instead."""
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(_TERMS.read_text(encoding="utf-8"))
    return loaded


def slips(text: Text) -> Iterator[tuple[str, Sentences]]:
    """Each slip in a text: the language it stands in, what is wrong and what to do.

    >>> [what.en for _, (what, _) in slips(Text(en="About 5 % of them.", zh="约 5%。"))]
    ['There is a blank before the per cent sign: 5 %.']
    """
    for language in LANGUAGES:
        if text.lacks == language:
            continue
        prose = _NOT_PROSE.sub(" ", text[language])
        for word, better in preferred()[language].items():
            if re.search(rf"\b{word}\b" if conventions(language).has_blanks else word, prose, re.IGNORECASE):
                yield language, (_TERM.fill({"word": word}), _TERM_ADVICE.fill({"better": better}))
        if found := _PER_CENT.search(prose):
            yield language, (_BLANK.fill({"found": found[0]}), _BLANK_ADVICE)
        if found := _HYPHEN.search(prose):
            yield language, (_MINUS.fill({"found": found[0]}), _MINUS_ADVICE)


_TERM: Final = Text(en="The field does not say {word}.", zh="教材和业内不说“{word}”。")
_TERM_ADVICE: Final = Text(en="Write {better}.", zh="请写“{better}”。")
_BLANK: Final = Text(en="There is a blank before the per cent sign: {found}.", zh="百分号前有空格：{found}。")
_BLANK_ADVICE: Final = Text(en="Write it like 80%.", zh="请写成 80%。")
_MINUS: Final = Text(en="A hyphen stands for a minus: {found}.", zh="用连字符代替了负号：{found}。")
_MINUS_ADVICE: Final = Text(en="Write the minus sign −.", zh="请用负号 −。")
