"""Reads questions from Moodle XML, whatever version wrote it, and reports on each of them."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable
from interchange.gift.blocks import path
from interchange.languages import Languages, is_bilingual
from interchange.moodle.answers import READERS, tags_of
from interchange.moodle.gaps import GAPS
from interchange.moodle.marks import combined_feedback, settings_left_behind
from interchange.moodle.settings import HINTS, left_behind, penalty_left_behind, pieces
from interchange.moodle.texts import MoodleTexts
from interchange.notes import read_tags
from interchange.reading import (
    LEFT_BEHIND,
    FoundQuestion,
    ReadQuestions,
    holding_for_both,
    name_for,
    one_line,
    said_with,
    take,
)
from interchange.uploads import check_count
from interchange.xml_tree import Element, tree_of, xml_words

HINT_COST: Final = 0.1
"""What a hint costs here that had no cost there."""
_SHUFFLED: Final = {"multichoice", "matching", "match", "ddmatch", "gapselect", "ddwtos"}
_PENALTY: Final = 0.3333333
"""Moodle's own, where a file names none."""


def read(data: bytes) -> ReadQuestions:
    """The questions of a Moodle XML file that a bank can hold, and a report on all.

    Raises a ReaderError if the file cannot be read at all.
    """
    root = tree_of(data)
    if root.tag != "quiz":
        raise ReaderError(_NOT_QUIZ.fill({"tag": root.tag[:40]}))
    file = xml_words(data)
    found = list(_found(root, Languages(is_bilingual(file.text))))
    if not found:
        raise ReaderError(_NOTHING)
    return take(found, file.note)


def _found(root: Element, languages: Languages) -> Iterator[FoundQuestion]:
    category: tuple[str, ...] = ()
    for question in root.all("question"):
        if question.attributes.get("type") == "category":
            category = path(question.said("category", "text"))
        else:
            name = question.said("name", "text") or question.said("questiontext", "text")
            read = partial(_portable, question, category, languages)
            yield FoundQuestion(question.line, one_line(name), read, partial(pieces, question))


def _portable(
    question: Element, category: tuple[str, ...], languages: Languages
) -> tuple[Portable, list[Text]]:
    type_ = question.attributes.get("type", "")
    reader = READERS.get(type_) or GAPS.get(type_)
    if reader is None:
        raise ReaderError(_REFUSED.get(type_) or _UNKNOWN.fill({"type": type_[:40]}))
    check_count(len(question.inside))
    texts = MoodleTexts(languages)
    stem = texts.must(question.get("questiontext"))
    tags = read_tags(tags_of(question))
    id_, name = name_for(question.said("idnumber"), question.said("name", "text"), stem)
    shell = Portable(
        id=id_,
        category=category,
        name=holding_for_both(texts.words(question.said("name", "text"))) or name,
        stem=stem,
        kind="single",
        explain=texts.passage(question.get("generalfeedback")),
        hints=tuple((text, HINT_COST) for hint in question.all("hint") if (text := texts.passage(hint))),
        difficulty=tags.difficulty,
        curriculum=tags.curriculum,
        tags=tags.others,
        penalty=_share(question.said("penalty"), _PENALTY),
        # Moodle itself takes a missing word for no
        is_shuffled=question.said("shuffleanswers") in ("true", "1") or type_ not in _SHUFFLED,
    )
    portable, notes = reader(question, shell, texts)
    portable, more = combined_feedback(question, portable, texts)
    notes = [*notes, *more, *settings_left_behind(question, tags.others), *left_behind(question)]
    notes += [*penalty_left_behind(question), *([HINTS] if portable.hints else [])]
    return portable, [*notes, *([said_with(LEFT_BEHIND, texts.lost)] if texts.lost else [])]


def _share(words: str, default: float) -> float:
    try:
        value = float(words)
    except ValueError:
        return default
    return value if 0 <= value <= 1 else default


_NOTHING: Final = Text(en="There is no question in this file.", zh="文件里没有题目。")
_NOT_QUIZ: Final = Text(
    en="This is XML, but no Moodle questions: it begins with <{tag}> and not with <quiz>.",
    zh="这是 XML 文件，但不是 Moodle 题目：开头是 <{tag}>，而不是 <quiz>。",
)
_DRAWN: Final = Text(
    en="Its numbers are worked out by Moodle's formulas; write it with params in the lab.",
    zh="题中的数由 Moodle 的公式算出，请在实验室里用 params 重写。",
)
_NO_QUESTION: Final = Text(en="It is text without a question.", zh="这是没有提问的说明文字。")
_REFUSED: Final[Mapping[str, Text]] = {
    "description": _NO_QUESTION,
    **dict.fromkeys(("calculated", "calculatedsimple", "calculatedmulti", "formulas", "stack"), _DRAWN),
}
_UNKNOWN: Final = Text(
    en="The lab has no questions of Moodle's type “{type}”.", zh="实验室没有 Moodle 的“{type}”这种题型。"
)
