"""Whether the right option can be told without the subject: by its length, or by exaggeration elsewhere."""

import re
from collections.abc import Iterator
from typing import Final

from courseware.text import LANGUAGES, Language, Text
from exercises.exercise import kind_of
from exercises.item import Item
from exercises.kind import Alternative, Finding

TOO_LONG: Final = 1.2
"""So many times as long as the longest wrong option a single key may be."""
ABSOLUTES: Final = {
    "en": re.compile(
        r"\b(never|always|impossible|nobody|no one|everybody|everyone|must be)\b", re.IGNORECASE
    ),
    "zh": re.compile("一定|从来|必然|绝不|永远|毫无|不可能|没有关系|总是|所有人"),
}


def longest_keys(item: Item) -> Iterator[Finding]:
    """Languages in which the only right option is by far the longest."""
    kind = kind_of(item.type)
    if not kind.has_one_key(item):
        return
    options = kind.alternatives(item)
    for language in LANGUAGES:
        lengths = {True: 0, False: 0}
        for option in options:
            is_key = option.is_right is True
            lengths[is_key] = max(lengths[is_key], _length(option, language))
        if lengths[False] and lengths[True] > TOO_LONG * lengths[False]:
            key = next(index for index, option in enumerate(options) if option.is_right is True)
            yield Finding(("options", key), _LONGEST[language], _LONGEST_ADVICE, "warning")


def absolutes(item: Item) -> Iterator[Finding]:
    """Wrong options that give themselves away by words such as always and never."""
    for index, option in enumerate(kind_of(item.type).alternatives(item)):
        if option.is_right is not False:
            continue
        for language in LANGUAGES:
            if option.text.lacks != language and (found := ABSOLUTES[language].search(option.text[language])):
                message = _ABSOLUTE.fill({"word": found[0]})
                yield Finding(("options", index, "text", language), message, _ABSOLUTE_ADVICE, "warning")


def _length(option: Alternative, language: Language) -> int:
    return 0 if option.text.lacks == language else len(option.text[language])


_LONGEST: Final = {
    "en": Text(
        en="In English the right option is the longest by more than a fifth.",
        zh="英文选项中，正确项比其他各项长出五分之一以上。",
    ),
    "zh": Text(
        en="In Chinese the right option is the longest by more than a fifth.",
        zh="中文选项中，正确项比其他各项长出五分之一以上。",
    ),
}
_LONGEST_ADVICE: Final = Text(
    en="Shorten it and give its reason in why, or let a wrong option say more.",
    zh="请写短一些，把理由移到 why；或让某个错误选项写得更充分。",
)
_ABSOLUTE: Final = Text(en="“{word}” gives a wrong option away.", zh="“{word}”使人一眼看出这是错误选项。")
_ABSOLUTE_ADVICE: Final = Text(
    en="Write it as somebody who believes it would say it.", zh="请写成真有这种想法的人会说的话。"
)
