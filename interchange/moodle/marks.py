"""What a Moodle question says beside its texts and answers: marks, tags, and feedback for a whole answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from courseware.text import Text
from exercises.portable.question import Portable
from interchange.moodle.texts import MoodleTexts
from interchange.unsupported import AS_EXPLANATION, feedback_left_behind, tags_left_behind
from interchange.xml_tree import Element

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


def combined_feedback(
    question: Element, portable: Portable, texts: MoodleTexts
) -> tuple[Portable, list[Text]]:
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


def is_usual(words: str) -> bool:
    """Whether Moodle writes this by itself: what it says of any answer, and the answers of a statement."""
    return _TAG.sub("", words).strip() in _USUAL or words in ("true", "false")


MARK: Final = Text(
    en="Its mark of {mark} was left behind: every question counts one here.",
    zh="原题分值 {mark} 没有带入，这里每题都是 1 分。",
)
_HIDDEN: Final = Text(en="It was hidden there; here it is not.", zh="原题已隐藏，这里没有隐藏。")
