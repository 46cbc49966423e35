"""What a Moodle question sets beside its words and its key: told if the lab has no such thing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from courseware.text import Text
from interchange.moodle.cloze import gap_in, parted
from interchange.moodle.marks import is_usual
from interchange.notes import is_our_tag
from interchange.xml_tree import Element

_READ: Final = {
    *("name", "text", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber"),
    *("single", "shuffleanswers", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"),
    *("answer", "feedback", "fraction", "tolerance", "hint", "tags", "tag", "subquestion", "file"),
    *("units", "unit", "multiplier", "unit_name", "selecttype", "selectcount", "gradingtype"),
    *("dragbox", "selectoption", "group", "infinite"),
}
"""What other modules read, and tell if they cannot."""
_USUAL: Final[dict[str, set[str]]] = {
    "answernumbering": {"abc", "none"},
    "layouttype": {"VERTICAL", "0"},
    "numberingstyle": {"none"},
    "unitgradingtype": {"0"},
    "unitsleft": {"0"},
    "usecase": {"0", "1"},  # of words that are numbers
}
"""Settings of which these values change nothing here."""
_SETTINGS_READ: Final = {
    *("defaultgrade", "penalty", "hidden", "single", "shuffleanswers", "tolerance", "fraction", "multiplier"),
    *("selecttype", "selectcount", "gradingtype", "group", "infinite"),
}
_NUMBERS: Final = {"defaultgrade", "penalty", "tolerance", "fraction", "multiplier", "group", "selectcount"}
"""Settings that are numbers: words in their place are nobody's setting, and told as any others."""
_LETTER: Final = re.compile(r"[^\W\d_]{2}")
_WITH_GAPS: Final = {"cloze", "multianswer"}
_OF_THE_PAGE: Final = {
    *("showstandardinstruction", "shownumcorrect", "showgrading", "showunits", "unitpenalty"),
}
"""Settings of Moodle's page that say nothing of the question: instructions, counts, the field of a unit."""
_ALL_SETTINGS: Final = {*_SETTINGS_READ, *_USUAL, *_OF_THE_PAGE}


def pieces(question: Element) -> Iterator[str]:
    """The texts of a question, save for settings and for what Moodle writes by itself."""
    waiting = [question]
    while waiting:
        one = waiting.pop()
        if one.tag == "file":
            continue
        waiting += reversed(one.inside)
        words = one.said()
        is_setting = one.tag in _ALL_SETTINGS and not (one.tag in _NUMBERS and _LETTER.search(words))
        if is_setting or is_usual(words) or is_our_tag(words):
            continue
        if question.attributes.get("type") in _WITH_GAPS:
            yield from _around_gaps(words)
        else:
            yield words


def _around_gaps(words: str) -> Iterator[str]:
    for at, piece in enumerate(parted(words)):
        if at % 2 == 0:
            yield piece
            continue
        for answer in gap_in(piece).answers:
            yield from (answer.text, answer.why)


def left_behind(question: Element) -> list[Text]:
    """The settings of a question that are neither read nor usual, each with its value."""
    return settings_note(_others(question))


def settings_note(names: Iterable[str]) -> list[Text]:
    """What to say of settings, if there are any."""
    found = dict.fromkeys(names)
    if not found:
        return []
    return [_SETTINGS.fill({"en": ", ".join(found)[:300], "zh": "、".join(found)[:300]})]


def penalty_left_behind(question: Element) -> list[Text]:
    """A word if what a further try costs is no share of the mark."""
    written = question.said("penalty")
    try:
        is_share = not written or 0 <= float(written) <= 1
    except ValueError:
        is_share = False
    return [] if is_share else [_PENALTY.fill({"penalty": written[:20]})]


def _others(element: Element) -> Iterator[str]:
    for one in element.inside:
        value = one.said()
        if one.tag in _READ:
            yield from _others(one)
        elif one.tag not in _OF_THE_PAGE and value not in _USUAL.get(one.tag, set()):
            yield f"{one.tag[:40]} ({' '.join(value.split())[:40]})" if value else one.tag[:40]


_SETTINGS: Final = Text(en="Settings were left behind: {en}.", zh="以下设置没有带入：{zh}。")
_PENALTY: Final = Text(
    en="“{penalty}” is no share that a further try can cost; Moodle's usual third stands there.",
    zh="“{penalty}”不是有效的重答扣分比例，这里按 Moodle 默认的三分之一。",
)
HINTS: Final = Text(
    en="Its hints cost a tenth of the points each here; there they came by themselves.",
    zh="提示在原平台自动出现，这里每看一条扣十分之一的分。",
)
