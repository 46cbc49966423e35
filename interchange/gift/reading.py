"""Reads questions from GIFT, whoever wrote it, and reports on each of them."""

from functools import partial
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable
from interchange.gift.answers import FULL_WIDTH, answered
from interchange.gift.blocks import GiftBlock, blocks
from interchange.gift.texts import GiftTexts, hidden, pieces, shown
from interchange.languages import Languages, is_bilingual
from interchange.notes import are_ours, read_tags
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
from interchange.unsupported import tags_left_behind
from interchange.uploads import words_of

_BLANK: Final = "_____"


def read(data: bytes) -> ReadQuestions:
    """The questions of a GIFT file that a bank can hold, and a report on all and on the code it is in.

    Raises a ReaderError if the file cannot be read at all.
    """
    file = words_of(data)
    words = file.text
    languages = Languages(is_bilingual(hidden(words).replace("\ue103", "=")))
    found = [_found(block, languages) for block in blocks(words)]
    if not found:
        raise ReaderError(_NOTHING)
    return take(found, file.note)


def _found(block: GiftBlock, languages: Languages) -> FoundQuestion:
    name, rest = _named(hidden(block.text.strip()))
    title = one_line(shown(name) or shown(rest.partition("{")[0]))
    read = partial(_portable, block, languages, shown(name), rest)
    return FoundQuestion(block.line, title, read, lambda: (*pieces(name), *pieces(rest), *block.comments))


def _named(words: str) -> tuple[str, str]:
    """The name between double colons, if there is one, and the rest."""
    if words.startswith("::"):
        name, colons, rest = words[2:].partition("::")
        if colons:
            return name, rest
    return "", words


def _portable(block: GiftBlock, languages: Languages, name: str, words: str) -> tuple[Portable, list[Text]]:
    stem, answers = _parted(words)
    texts = GiftTexts(languages)
    asked = texts.stem(stem)
    answers, _, told = answers.rpartition("####") if "####" in answers else (answers, "", "")
    given = answered(answers.strip(), texts, is_ours=are_ours(block.tags))
    tags, (id_, title) = read_tags(block.tags), name_for(block.id, name, asked)
    portable = Portable(
        id=id_,
        category=block.category,
        name=holding_for_both(languages.words(name)) or title,
        stem=asked,
        kind=given.kind,
        explain=texts.read(told),
        options=given.options,
        numbers=given.numbers,
        pairs=given.pairs,
        distractors=given.distractors,
        order=given.order,
        gaps=given.gaps,
        difficulty=tags.difficulty,
        curriculum=tags.curriculum,
        tags=tags.others,
    )
    notes = [*given.notes, *([said_with(LEFT_BEHIND, texts.lost)] if texts.lost else [])]
    return portable, [*notes, *([tags_left_behind(tags.others)] if tags.others else [])]


def _parted(words: str) -> tuple[str, str]:
    """The stem, with a blank where the answers stood if more follows, and the answers."""
    stem, opened, rest = words.partition("{")
    answers, closed, tail = rest.partition("}")
    if "｛" in words and "｝" in words and not opened:
        raise ReaderError(FULL_WIDTH)
    if not opened and "}" not in words:
        raise ReaderError(_NO_QUESTION)
    if not opened or not closed or "}" in stem:
        raise ReaderError(_BRACES)
    if "{" in tail or "}" in tail:
        raise ReaderError(_TWICE)
    return (f"{stem}{_BLANK}{tail}" if tail.strip() else stem), answers.strip()


_NOTHING: Final = Text(en="There is no question in this file.", zh="文件里没有题目。")
_NO_QUESTION: Final = Text(
    en="It is text without a question: no answers in braces.",
    zh="这是没有提问的文字：没有放在大括号里的答案。",
)
_BRACES: Final = Text(
    en="Its braces do not match. Write a brace that is meant as a character as \\{ or \\}.",
    zh="大括号不成对。作为普通字符的大括号应写成 \\{ 或 \\}。",
)
_TWICE: Final = Text(
    en="It has answers in two places; the lab asks one thing at a time.",
    zh="一道题里有两处答案，实验室一次只问一处。",
)
