"""Nothing of a question that was brought in changes without a word: it arrives as it was, or is told."""

import pytest

from interchange import gift, moodle
from interchange.formats import guess_format
from tests.interchange.made import ORDER
from tests.interchange.test_moodle import HTML, TWO, answer, asked, message, only, quiz


def test_a_question_of_order_goes_out_with_all_that_moodle_needs_to_take_it() -> None:
    written = moodle.write([ORDER], language="both").data.decode()

    assert written.count("<shownumcorrect/>") == 1
    for how in ("correct", "partiallycorrect", "incorrect"):
        assert f'<{how}feedback format="html"><text></text></{how}feedback>' in written


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("10<sup>3</sup> and CO<sub>2</sub>", "10³ and CO₂"),
        ("x<sup>ab</sup> here", r"x$^{\text{ab}}$ here"),
        ("<pre>int a;<br>  int b;</pre>", "```\nint a;\n  int b;\n```"),
        ('<ol start="5"><li>five</li><li>six</li></ol>', "5. five\n6. six"),
    ],
)
def test_what_stands_high_low_or_in_lines_stays_there(html: str, markdown: str) -> None:
    assert only(asked("multichoice", TWO, html)).stem.en == markdown


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<ol type="A"><li>one</li></ol>', "letters of a list"),
        ("<u>one</u> word", "underlining"),
        ("a <iframe src='x'></iframe> film", "embedded object"),
        ("<table><tr><td rowspan='2'>a</td></tr></table>", "joined cells"),
    ],
)
def test_markup_that_the_lab_has_not_is_told(html: str, told: str) -> None:
    assert told in message(asked("multichoice", TWO, html))


def gift_says(words: str) -> str:
    """What is said of the one question in these words."""
    (row,) = gift.read(words.encode())[1]
    assert row.message.zh
    return row.message.en


def test_digits_in_threes_are_thousands_and_that_is_told() -> None:
    (portable,), (row,) = moodle.read(quiz(asked("numerical", answer("1,000", "100"))))

    assert portable.numbers[0].value == 1000
    assert "1,000 was read as 1000" in row.message.en
    assert "read as a point" in message(asked("numerical", answer("2,5", "100")))


def test_a_code_with_a_zero_in_front_is_no_number() -> None:
    (portable,), _ = moodle.read(quiz(asked("shortanswer", answer("0042", "100"))))
    (other,), _ = gift.read(b"Room? {=0042}")

    assert [one.gaps[0].right.en for one in (portable, other)] == ["0042", "0042"]


@pytest.mark.parametrize("words", ["Pick {=blue ~%-50%green}", "How many? {#=1 =%-50%2}"])
def test_marks_that_were_taken_away_are_told(words: str) -> None:
    assert "took marks away" in gift_says(words)


def test_an_empty_piece_before_the_right_answer_says_nothing() -> None:
    (portable,), _ = gift.read(b"::a::The sky is {~green~=blue}.")

    assert [(one.text.en, one.share) for one in portable.options] == [("green", 0.0), ("blue", 1.0)]


def test_options_that_differ_in_capitals_are_two() -> None:
    three = answer("MW", "100") + answer("mW", "0") + answer("kW", "0")

    assert [one.text.en for one in only(asked("multichoice", three)).options] == ["MW", "mW", "kW"]


@pytest.mark.parametrize("words", ["::题::天空是｛＝蓝 ～绿｝", "::题::天空是{＝蓝 ～绿}"])
def test_full_width_marks_are_named(words: str) -> None:
    assert "full-width signs" in gift_says(words)


def test_what_is_said_of_a_right_answer_becomes_the_explanation_and_the_rest_is_told() -> None:
    said = (
        "<correctfeedback><text>Sales rose first.</text></correctfeedback>"
        "<incorrectfeedback><text>See page 3.</text></incorrectfeedback>"
    )
    (portable,), (row,) = moodle.read(quiz(asked("multichoice", said + TWO)))

    assert portable.explain
    assert portable.explain.en == "Sales rose first."
    assert "See page 3." in row.message.en
    assert "without an explanation" not in row.message.en


def test_a_match_with_numbers_stays_a_match_unless_the_lab_wrote_it() -> None:
    rows = "".join(
        f"<subquestion><text>{name}</text><answer><text>{at}</text></answer></subquestion>"
        for at, name in enumerate(("H", "He", "Li"), 1)
    )
    ours = moodle.write([ORDER], language="both", has_ordering=False).data

    assert only(asked("matching", rows)).kind == "match"
    assert moodle.read(ours)[0][0].kind == "order"
    assert gift.read(b"Match. {=H -> 1 =He -> 2 =Li -> 3}")[0][0].kind == "match"


def test_mark_tags_and_hiding_are_told() -> None:
    told = message(
        asked(
            "multichoice",
            "<defaultgrade>5</defaultgrade><hidden>1</hidden><tags><tag><text>spring</text></tag></tags>"
            + TWO,
        )
    )

    assert all(words in told for words in ("mark of 5", "tags were left behind: spring", "hidden"))


def test_choices_of_a_drag_and_drop_are_cleaned() -> None:
    rows = "".join(
        f"<subquestion {HTML}><text>{row}</text><answer {HTML}><text><![CDATA[<p>{choice}</p>]]></text>"
        "</answer></subquestion>"
        for row, choice in (("a", "one <i>x</i>"), ("b", "two"))
    )

    assert [pair.choice.en for pair in only(asked("ddmatch", rows)).pairs] == ["one *x*", "two"]


def test_options_are_not_shuffled_where_moodle_would_not() -> None:
    assert not only(asked("multichoice", TWO)).is_shuffled
    assert only(asked("multichoice", "<shuffleanswers>1</shuffleanswers>" + TWO)).is_shuffled


def test_an_order_of_which_a_part_was_drawn_or_that_was_all_or_nothing_is_told() -> None:
    steps = (
        "<selecttype>RANDOM</selecttype><selectcount>2</selectcount><gradingtype>ALL_OR_NOTHING</gradingtype>"
    )
    told = message(asked("ordering", steps + "".join(answer(one, "1") for one in "abc")))

    assert "only some of its steps" in told
    assert "only the whole order" in told


def test_moodle_xml_in_utf_16_is_known_and_read_in_both_languages() -> None:
    stem = '<span class="multilang" lang="en">Tea</span><span class="multilang" lang="zh_cn">茶</span>'
    data = quiz(asked("multichoice", TWO, stem)).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    form = guess_format(data)
    assert form.read
    (portable,), _ = form.read(data)

    assert (portable.stem.en, portable.stem.zh) == ("Tea", "茶")


def test_a_gift_file_that_is_not_in_utf_8_says_in_which_code_it_was_read() -> None:
    (portable,), (of_file, row) = gift.read("::q::¿Cuál es la capital? {=Madrid ~Málaga}".encode("cp1252"))

    assert portable.stem.en == "¿Cuál es la capital?"
    assert (of_file.row, of_file.ok, of_file.is_question, row.is_question) == (0, True, False, True)
    assert "Windows-1252" in of_file.message.en
    assert "¿Cuál es la capital?" in of_file.message.zh


@pytest.mark.parametrize("declared", ["GBK", "gb2312", "GB18030", "UTF-8", ""])
def test_xml_in_gbk_is_read_and_told_unless_it_declares_so(declared: str) -> None:
    body = quiz(asked("multichoice", TWO, "<p>期望来自哪里？</p>")).decode()
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    (portable,), rows = moodle.read((head + body[body.index("<quiz") :]).encode("gbk"))

    assert portable.stem.zh == "期望来自哪里？"
    assert [row.is_question for row in rows] == ([True] if "GB" in declared.upper() else [False, True])
    assert all("期望来自哪里？" in row.message.zh and "GBK" in row.message.en for row in rows[:-1])


def test_xml_that_declares_gbk_and_is_utf_8_is_read_and_told() -> None:
    data = quiz(asked("multichoice", TWO, "<p>期望来自哪里？</p>")).decode().replace("UTF-8", "GBK").encode()
    (portable,), (of_file, _) = moodle.read(data)

    assert portable.stem.zh == "期望来自哪里？"
    assert "says that it is in GBK, but it is not. It was read as UTF-8" in of_file.message.en
