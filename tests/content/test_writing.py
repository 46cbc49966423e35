"""English and Chinese are each written as their readers expect them."""

import re
import unicodedata
from collections.abc import Iterator

import pytest

import lessons
from course import find_lesson, glossary
from courseware.text import Text
from tests.content.shelf import QUESTIONS, WRITTEN

HAN = "\u4e00-\u9fff"
ASCII_MARK_BESIDE_HAN = re.compile(rf"[{HAN}][,;:?!()]|[,;:?!(][{HAN}]|[{HAN}]\.(?!\d)")
PLACE_OR_CODE = re.compile(r"\{\{.*?\}\}|`[^`]*`|\[\[[^\]|]*\|?")
SAME_IN_BOTH = re.compile(r"[\d\W_]+")


def written() -> Iterator[tuple[str, Text]]:
    """Every text of the lessons, the glossary and the questions, with the place where it stands."""
    for name in WRITTEN:
        for path, text in lessons.texts_in(find_lesson(name)):
            yield f"{name} {path}", text
    for path, text in lessons.texts_in(glossary()):
        yield f"glossary {path}", text
    for name, exercise in QUESTIONS.items():
        for path, text in lessons.texts_in(exercise.item):
            yield f"{name} {path}", text


TEXTS = tuple(written())


def is_mark(character: str) -> bool:
    """Whether Markdown counts the character as punctuation."""
    return unicodedata.category(character)[0] in "PS"


def unclosed_bold(text: str) -> list[str]:
    """The places where a mark inside bold and a letter outside keep Markdown from making it bold."""
    found = []
    for number, star in enumerate(re.finditer(r"\*\*", text)):
        before, after = text[star.start() - 1 : star.start()], text[star.end() : star.end() + 1]
        inner, outer = (after, before) if number % 2 == 0 else (before, after)
        if inner and outer and is_mark(inner) and not is_mark(outer) and not outer.isspace():
            found.append(text[max(0, star.start() - 12) : star.end() + 12])
    return found


def test_no_text_is_a_copy_of_the_other_language() -> None:
    same = [(place, PLACE_OR_CODE.sub("0", text.en)) for place, text in TEXTS if text.en == text.zh]
    copies = [place for place, words in same if not SAME_IN_BOTH.fullmatch(words)]

    assert len(TEXTS) > 400
    assert copies == []


def test_chinese_uses_chinese_marks() -> None:
    plain = [(place, PLACE_OR_CODE.sub("", text.zh)) for place, text in TEXTS]
    wrong = [(place, ASCII_MARK_BESIDE_HAN.findall(zh)) for place, zh in plain]

    assert [(place, marks) for place, marks in wrong if marks] == []
    assert [place for place, zh in plain if '"' in zh or "'" in zh] == []


def test_english_holds_no_chinese() -> None:
    assert [place for place, text in TEXTS if re.search(rf"[{HAN}]", text.en)] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_bold_is_bold_in_both_languages(language: str) -> None:
    sides = [(place, text.zh if language == "zh" else text.en) for place, text in TEXTS]
    broken = [(place, unclosed_bold(side)) for place, side in sides]

    assert [(place, found) for place, found in broken if found] == []
    assert [place for place, side in sides if side.count("**") % 2] == []
