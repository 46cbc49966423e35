"""What a Moodle question says beside its texts and answers: marks, tags, and feedback for a whole answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from courseware.text import Text
from exercises.carry.moodle_texts import Texts
from exercises.carry.moodle_tree import Element
from exercises.carry.portable import Portable

_TAG: Final = re.compile(r"<[^<>]{0,200}>")
_USUAL: Final = {
    "Your answer is correct.",
    "Your answer is partially correct.",
    "Your answer is incorrect.",
    "回答正确。",
    "回答部分正确。",
    "回答不正确。",
}
"""What Moodle writes by itself, which says nothing."""


def combined_feedback(question: Element, portable: Portable, texts: Texts) -> tuple[Portable, list[Text]]:
    """The question with what is said of a right answer for its explanation, if it has none of its own.

    What is said of partly right and of wrong answers has no place in the lab, and is told.
    """
    right, partly, wrong = (
        texts.passage(question.get(f"{how}feedback")) for how in ("correct", "partiallycorrect", "incorrect")
    )
    notes = []
    if right and not is_usual(right.en):
        if portable.explain is None:
            portable = replace(portable, explain=right)
            notes.append(AS_EXPLANATION)
        else:
            notes.append(feedback_left_behind(right))
    left = [one for one in (partly, wrong) if one and not is_usual(one.en)]
    notes += [feedback_left_behind(one) for one in left]
    return portable, notes


def settings_left_behind(question: Element, tags: Sequence[str]) -> list[Text]:
    """Its mark, its tags and that it was hidden, none of which a bank keeps."""
    notes = []
    mark = question.said("defaultgrade") or "1"
    if mark.rstrip("0").rstrip(".") != "1":
        notes.append(MARK.fill({"mark": mark[:20]}))
    if tags:
        notes.append(tags_left_behind(tags))
    if question.said("hidden") == "1":
        notes.append(_HIDDEN)
    return notes


def tags_left_behind(tags: Sequence[str]) -> Text:
    """What to say of tags, for which a bank has no place."""
    return _TAGS.fill({"en": ", ".join(tags)[:200], "zh": "、".join(tags)[:200]})


def feedback_left_behind(said: Text) -> Text:
    """What to say of feedback that finds no place."""
    return _FEEDBACK.fill({"en": _begin(said.en), "zh": _begin(said.zh)})


def is_usual(words: str) -> bool:
    """Whether Moodle writes this by itself: what it says of any answer, and the answers of a statement."""
    return _TAG.sub("", words).strip() in _USUAL or words in ("true", "false")


def _begin(words: str) -> str:
    """How a text begins, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


AS_EXPLANATION: Final = Text(
    en="What was said of a right answer became its explanation.", zh="“回答正确”的反馈改作解析。"
)
_FEEDBACK: Final = Text(
    en="Feedback for a whole answer was left behind: “{en}”.", zh="整题反馈没有带入：“{zh}”。"
)
MARK: Final = Text(
    en="Its mark of {mark} was left behind: every question counts one here.",
    zh="原题分值 {mark} 没有带入，这里每题都是 1 分。",
)
_TAGS: Final = Text(en="Its tags were left behind: {en}.", zh="标签没有带入：{zh}。")
_HIDDEN: Final = Text(en="It was hidden there; here it is not.", zh="原题已隐藏，这里没有隐藏。")
