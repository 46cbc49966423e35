"""GIFT from other hands: what teachers really write in it, taken or refused in a sentence."""

import pytest

from courseware.problem import ReaderError
from interchange import Portable, RowReport, gift
from interchange.gift.blocks import path
from tests.interchange.made import MATCH, NUMBER, ORDER, SINGLE, question


def read(words: str) -> tuple[tuple[Portable, ...], tuple[RowReport, ...]]:
    return gift.read(words.encode())


def only(words: str) -> Portable:
    (portable,), (row,) = read(words)
    assert row.ok
    return portable


def refusal(words: str) -> str:
    portables, (row,) = read(words)
    assert not portables
    assert row.message.zh
    return row.message.en


def test_a_choice_with_reasons_and_an_explanation() -> None:
    portable = only("""
// a comment
::Q1:: Who sells a promise? {
  =the advert#Right you are.
  ~the parcel#It keeps the promise. ~the queue
  ####Expectation is made before the purchase.
}
""")

    assert (portable.kind, portable.name.en, portable.stem.en) == ("single", "Q1", "Who sells a promise?")
    assert [(one.text.en, one.share) for one in portable.options] == [
        ("the advert", 1),
        ("the parcel", 0),
        ("the queue", 0),
    ]
    assert [one.why and one.why.en for one in portable.options] == [
        "Right you are.",
        "It keeps the promise.",
        None,
    ]
    assert portable.explain is not None
    assert portable.explain.en == "Expectation is made before the purchase."


def test_several_ticks_are_weighed_as_the_lab_weighs_them_and_that_is_said_where_it_differs() -> None:
    words = "Which? {~%50%a ~%50%b ~%-100%c ~%-100%d}"
    (portable,), (row,) = read(words)

    assert portable.kind == "several"
    assert [one.share for one in portable.options] == [0.5, 0.5, -0.5, -0.5]
    assert "all right options weigh alike" in row.message.en


def test_a_blank_stands_where_the_answers_stood_in_the_middle_of_a_sentence() -> None:
    assert only("Value is {=benefits ~price} less cost.").stem.en == "Value is \\_\\_\\_\\_\\_ less cost."


def test_true_or_false_is_a_choice_of_two_in_both_languages() -> None:
    portable = only("满意的客户一定忠诚。{F#想想中间那一段。#对，不一定。}")

    assert [(one.text.zh, one.text.en, one.share) for one in portable.options] == [
        ("对", "True", 0),
        ("错", "False", 1),
    ]
    assert [one.why and one.why.zh for one in portable.options] == ["想想中间那一段。", "对，不一定。"]
    assert only("Two is a number. {TRUE}").options[0].share == 1


@pytest.mark.parametrize(
    ("answer", "value", "tolerance"),
    [
        ("#3.5", 3.5, 0),
        ("#3.5:0.1", 3.5, 0.1),
        ("#3..4", 3.5, 0.5),
        ("#-1e3", -1000, 0),
        ("#3,5:0,1", 3.5, 0.1),
    ],
)
def test_a_number_is_read_with_its_tolerance(answer: str, value: float, tolerance: float) -> None:
    number = only(f"How much? {{{answer}}}").numbers[0]

    assert (number.value, number.tolerance) == pytest.approx((value, tolerance))


def test_a_decimal_comma_is_read_as_a_point_and_that_is_said() -> None:
    assert "comma" in read("How much? {#3,5}")[1][0].message.en


def test_numbers_that_are_partly_right_become_near_misses() -> None:
    portable = only("How much? {#\n=%100%12:0.5#Good.\n=%30%-12:0.5#The other way round.\n~#No.\n}")

    assert [(one.value, one.tolerance, one.share) for one in portable.numbers] == [
        (12, 0.5, 1),
        (-12, 0.5, 0.3),
    ]


def test_sixty_and_point_six_together_mean_per_cent() -> None:
    portable = only("How many per cent? {#\n=60:0.5\n=0.6:0.005\n}")

    assert portable.unit is not None
    assert portable.unit.en == "%"


def test_rows_are_matched_and_a_choice_without_a_row_leads_astray() -> None:
    portable = only("Match. {=perceived -> what was got =expected -> what was hoped = -> what was paid}")

    assert [(one.row.en, one.choice.en) for one in portable.pairs] == [
        ("perceived", "what was got"),
        ("expected", "what was hoped"),
    ]
    assert [one.en for one in portable.distractors] == ["what was paid"]


def test_rows_that_the_lab_matched_with_one_two_three_are_steps_in_an_order() -> None:
    portable = only("// [tag:difficulty 2]\nIn which order? {=return -> 3 =promise -> 1 =trial -> 2}")

    assert portable.kind == "order"
    assert [step.en for step in portable.order] == ["promise", "trial", "return"]


def test_escapes_formats_and_line_ends_mean_what_they_mean_in_moodle() -> None:
    words = (
        "::a\\:b::[markdown]One **two**\\n\\nthree \\{x\\} {=[html]<b>r</b> \\= s ~[plain]5 * 3 ~[moodle]t}"
    )
    portable = only(words.replace("\n", "\r\n"))

    assert portable.name.en == "a:b"
    assert portable.stem.en == "One **two**\n\nthree {x}"
    assert [one.text.en for one in portable.options] == ["**r** = s", "5 \\* 3", "t"]


def test_blank_lines_within_braces_do_not_part_a_question() -> None:
    portables, rows = read("One? {\n=a\n\n~b\n}\n\nTwo? {\n=c\n~d\n}")

    assert [one.stem.en for one in portables] == ["One?", "Two?"]
    assert [row.row for row in rows] == [1, 7]


def test_a_brace_that_never_closes_spoils_one_question_only() -> None:
    portables, rows = read("One? {=a ~b\n\nTwo? {=c ~d}")

    assert [one.stem.en for one in portables] == ["Two?"]
    assert "braces" in rows[0].message.en


def test_categories_ids_and_tags_come_along() -> None:
    words = """$CATEGORY: $course$/top/Loyalty/Costs//Benefits

// question: 7  name: x
// [id:loy.1] [tag:knowledge point 17] [tag:难度3] [tag:spring [2026\\]]
::x::Which? {=a ~b}
"""
    portable = only(words)

    assert portable.category == ("Loyalty", "Costs/Benefits")
    assert (portable.id, portable.curriculum, portable.difficulty) == ("loy.1", (17,), 3)
    assert portable.tags == ("spring [2026]",)
    assert path("top") == ()


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_files_are_read_in_the_characters_that_teachers_save_them_in(code: str) -> None:
    (portable,), _ = gift.read("期望来自哪里？{=承诺 ~包裹}".encode(code))

    assert portable.stem.zh == "期望来自哪里？"
    assert portable.stem.lacks == "en"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Only words.", "text without a question"),
        ("Half. {=a ~b", "braces"),
        ("Twice {=a ~b} and {=c ~d}", "two places"),
        ("Which? {=a =b ~c}", "2 of its options are wholly right"),
        ("Which? {~a ~b}", "Some of its options must be right"),
        ("Same. {=a ~a}", "read the same"),
        ("How much? {#many}", "not a number"),
        ("How much? {#1e999}", "not a number"),
        ("How much? {#}", "None of its numbers"),
        ("Match. {=a -> b =c}", "has no ->"),
        ("{=a ~b}", "no text"),
        ("Which? {" + " ".join(f"~%-10%w{n}" for n in range(12)) + "}", "a bank takes 2 to 10"),
    ],
)
def test_what_the_lab_cannot_hold_is_refused_with_a_reason(words: str, why: str) -> None:
    assert why in refusal(words)


def test_an_empty_file_says_so() -> None:
    for data in (b"", b"  \n\n", b"// nothing but words to the reader\n"):
        with pytest.raises(ReaderError):
            gift.read(data)


def test_hints_units_and_files_are_told_as_lost() -> None:
    hinted = question(options=SINGLE.options, hints=((SINGLE.stem, 0.1),))
    said = {loss.what.en for loss in gift.write([hinted, NUMBER, ORDER, MATCH], language="en").losses}

    for word in ("hints stay behind", "without “points”", "no ordering", "reasons of its rows", "3.6:1"):
        assert any(word in sentence for sentence in said), word


def test_a_decimal_point_is_written_in_every_language() -> None:
    for language in ("en", "zh", "both"):
        assert b"12.3456:0.005" in gift.write([NUMBER], language=language).data
