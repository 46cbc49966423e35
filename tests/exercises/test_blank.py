"""Known marks of gaps filled in with words, and what of the way they are typed makes no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import Grade, Invalid, Variant, grade, reveal
from exercises.folding import folded, is_slip
from tests.exercises.banks import BLANK, drawn


def marked(*words: str, variant: Variant | None = None) -> Grade:
    response = {f"g{number}": said for number, said in enumerate(words, 1)}
    result = grade(variant or drawn(BLANK), {"answer": response})
    assert isinstance(result, Grade)
    return result


@pytest.mark.parametrize(
    "words",
    [
        ("perceived value", "expectation"),
        ("感知价值", "期望值"),
        ("value felt", "期望"),
        ("  Ｐｅｒｃｅｉｖｅｄ　 Value. ", "ＥＸＰＥＣＴＡＴＩＯＮ！"),
        ("感知 价值。", "期 望"),
        ("perceived\u200b value", "expectation;"),
    ],
)
def test_either_language_and_any_width_case_and_blanks_are_right(words: tuple[str, str]) -> None:

    assert marked(*words).score == 1
    assert marked(*words).is_right


def test_each_gap_is_marked_by_itself_under_its_number() -> None:
    result = marked("perceived value", "price")

    assert result.score == 0.5
    assert [(part.label.zh if part.label else None, part.score) for part in result.parts] == [
        ("(1)", 1.0),
        ("(2)", 0.0),
    ]
    assert result.feedback.en == "1 of 2 gaps are right."
    assert result.feedback.zh == "2 个空中填对了 1 个。"


def test_foreseen_words_earn_their_share_and_hear_their_reason() -> None:
    result = marked("value felt", "NEED")

    assert result.score == 0.75
    assert result.parts[1].why is not None
    assert result.parts[1].why.en == "A need is no measure."


def test_a_slip_of_the_keyboard_earns_nothing_and_is_told_to_be_one() -> None:
    result = marked("percieved value", "expectation")

    assert result.score == 0.5
    assert result.parts[0].why is not None
    assert "spelling" in result.parts[0].why.en
    assert "expectation" not in str(marked("perceived value", "expectatio").to_json()["feedback"])


def test_traditional_characters_are_other_words_until_the_teacher_lists_them() -> None:

    assert marked("感知價值", "期望").score == 0.5


def test_an_empty_gap_is_named_and_costs_no_try() -> None:
    result = grade(drawn(BLANK), {"answer": {"g1": "value felt", "g2": "  "}})

    assert isinstance(result, Invalid)
    assert "(2)" in result.message.en
    assert "(2)" in result.message.zh


def test_gaps_keep_their_numbers_where_the_languages_order_them_otherwise() -> None:
    stem = drawn(BLANK.replace("用__(1)__减去____", "比__(2)__多的__(1)__")).question.stem

    assert stem.en == "Satisfaction is ＿＿(1)＿＿ minus ＿＿(2)＿＿."
    assert stem.zh.startswith("比＿＿(2)＿＿多的＿＿(1)＿＿")


def test_capitals_count_where_the_teacher_says_so() -> None:
    strict = drawn(BLANK.replace("    gaps:", "    case_counts: true\n    gaps:"))

    assert marked("Value felt", "expectation", variant=strict).score == 0.5
    assert marked("value felt", "expectation", variant=strict).score == 1


@given(words=st.text(max_size=30))
def test_folding_twice_changes_nothing_more(words: str) -> None:
    for case_counts in (True, False):
        once = folded(words, case_counts=case_counts)

        assert folded(once, case_counts=case_counts) == once


@given(
    words=st.text("abcdefgh", min_size=5, max_size=12),
    letter=st.sampled_from("xyz"),
    place=st.integers(0, 11),
)
def test_one_letter_too_many_missing_or_other_is_a_slip_and_two_are_none(
    words: str, letter: str, place: int
) -> None:
    place %= len(words)
    more, less = words[:place] + letter + words[place:], words[:place] + words[place + 1 :]
    other = words[:place] + letter + words[place + 1 :]

    assert all(is_slip(one, words) for one in (more, less, other))
    assert not is_slip(f"{letter}{words}{letter}", words)
    assert not is_slip(words, words)


def test_a_single_gap_is_right_or_not_and_its_words_alone_are_the_key() -> None:
    head = (
        BLANK.replace(" minus __(2)__", "").replace("减去____", "").partition("      - right: {en: [exp")[0]
    )
    single = drawn(f"{head}    explain: {{en: By subtraction., zh: 相减。}}\n")
    right, wrong = marked("value felt", variant=single), marked("price", variant=single)

    assert [(right.score, right.feedback.en), (wrong.score, wrong.feedback.zh)] == [
        (1, "Right."),
        (0, "回答不正确。"),
    ]
    assert [part.label for part in (*right.parts, *wrong.parts)] == [None, None]
    assert reveal(single).en.startswith("The right answer: perceived value\n")
    assert reveal(single).zh.partition("\n")[0].endswith("：感知价值")
