"""Under which letter a word stands in an index."""

import pytest

from courseware.initials import OTHER, index_key, initial_of
from courseware.text import Language


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("爱尔兰", "zh", "A"),
        ("客户", "zh", "K"),
        ("忠诚", "zh", "Z"),
        ("Qini 系数", "zh", "Q"),
        ("churn", "en", "C"),
        ("客户", "en", OTHER),
        ("3-foot range", "en", OTHER),
        ("鑫鑫", "zh", OTHER),
        ("", "zh", OTHER),
    ],
)
def test_each_word_has_its_letter(word: str, language: Language, letter: str) -> None:
    assert initial_of(word, language) == letter


def test_chinese_words_of_one_letter_stand_in_the_order_of_their_pinyin() -> None:
    assert sorted(["客户", "扩展", "考察", "可说"], key=lambda one: index_key(one, "zh")) == [
        "考察",
        "可说",
        "客户",
        "扩展",
    ]
