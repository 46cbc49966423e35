"""Whether every text is there in both languages, each in its own."""

import re
from collections.abc import Iterator
from typing import Final

from course.languages import course_languages
from courseware.advice import missing_language
from courseware.text import Text
from exercises.item import Item, walk
from exercises.kind import Finding

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")


def languages(item: Item) -> Iterator[Finding]:
    """Texts that lack a language, or are written in the other one."""
    for loc, text in walk(item, Text):
        if text.lacks:
            if text.lacks in course_languages():
                yield Finding((*loc, text.lacks), *missing_language(text.lacks), "warning")
            continue
        if _CHINESE.search(text.en):
            yield Finding((*loc, "en"), _NOT_ENGLISH, _REWRITE, "warning")
        if len(_WORD.findall(text.en)) >= 3 and not _CHINESE.search(text.zh):
            yield Finding((*loc, "zh"), _NOT_CHINESE, _REWRITE, "warning")


_NOT_ENGLISH: Final = Text(en="There is Chinese in the English text.", zh="英文文本中有中文。")
_NOT_CHINESE: Final = Text(en="The Chinese text is not in Chinese.", zh="中文文本不是中文。")
_REWRITE: Final = Text(en="Write it for its own readers.", zh="请为相应的读者书写。")
