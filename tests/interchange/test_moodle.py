"""Moodle XML from other hands and other versions: taken or refused in a sentence, question by question."""

import pytest

from courseware.problem import ReaderError
from interchange import Portable, RowReport, moodle
from tests.interchange.made import EVERY_KIND, MATCH, NUMBER, ORDER, SINGLE, question

HTML = 'format="html"'


def quiz(*questions: str) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *questions, "</quiz>"]
    return "\n".join(lines).encode()


def asked(type_: str, inside: str, stem: str = "<p>Which?</p>") -> str:
    return (
        f'<question type="{type_}"><name><text>Q</text></name>'
        f"<questiontext {HTML}><text><![CDATA[{stem}]]></text></questiontext>{inside}</question>"
    )


def answer(text: str, fraction: str, why: str = "", more: str = "") -> str:
    feedback = f"<feedback {HTML}><text>{why}</text></feedback>"
    return f'<answer fraction="{fraction}" {HTML}><text>{text}</text>{feedback}{more}</answer>'


TWO = answer("a", "100") + answer("b", "0")


def read(*questions: str) -> tuple[tuple[Portable, ...], tuple[RowReport, ...]]:
    return moodle.read(quiz(*questions))


def only(*questions: str) -> Portable:
    (portable,), (row,) = read(*questions)
    assert row.ok, row.message.en
    return portable


def message(*questions: str) -> str:
    (row,) = read(*questions)[1]
    assert row.message.zh
    return row.message.en


def test_html_becomes_markdown_and_nothing_in_it_runs() -> None:
    stem = (
        "<div onclick='steal()'><p>One <b>two</b><br>three<script>alert(1)</script></p>"
        "<ul><li>a<li>b</ul><table><tr><th>x<th>y<tr><td>1<td>2|3</table></div>"
    )
    portable = only(asked("multichoice", f"<single>true</single>{TWO}", stem))

    assert portable.stem.en == ("One **two**\\\nthree\n\n- a\n- b\n\n| x | y |\n| --- | --- |\n| 1 | 2\\|3 |")


def test_both_languages_are_found_in_spans_and_in_mlang() -> None:
    en = '<span lang="en" class="multilang">Which?</span>'
    stem = f'<p>{en}<span class="multilang" lang="zh_cn">哪个？</span></p>'
    options = answer("{mlang en}a{mlang}{mlang zh_cn}甲{mlang}{mlang other}x{mlang}", "100")
    portable = only(asked("multichoice", f"{options}{answer('7', '0')}", stem))

    assert (portable.stem.en, portable.stem.zh, portable.stem.lacks) == ("Which?", "哪个？", None)
    assert [(one.text.en, one.text.zh) for one in portable.options] == [("a", "甲"), ("7", "7")]


def test_other_languages_and_pictures_are_told_as_left_behind() -> None:
    stem = '<p>{mlang en}Which?{mlang}{mlang de}Welche?{mlang}<img src="x.png" alt="a gap"></p>'
    said = message(asked("multichoice", TWO, stem))

    assert "other languages" in said
    assert "picture" in said


def test_text_without_marks_lacks_the_language_it_is_not_in() -> None:
    assert only(asked("multichoice", TWO, "哪个？")).stem.lacks == "en"
    assert only(asked("multichoice", TWO, "Which?")).stem.lacks == "zh"


@pytest.mark.parametrize(
    ("form", "words", "markdown"),
    [
        ("markdown", "One *two*", "One *two*"),
        ("plain_text", "5 * 3 &lt; 20", "5 \\* 3 \\< 20"),
        ("moodle_auto_format", "a\nb", "a\\\nb"),
        ("html", "a\nb &amp;lt; c", "a b \\< c"),
    ],
)
def test_a_text_is_read_in_its_own_format(form: str, words: str, markdown: str) -> None:
    told = f'<generalfeedback format="{form}"><text>{words}</text></generalfeedback>'
    explain = only(asked("multichoice", told + TWO)).explain

    assert explain is not None
    assert explain.en == markdown


def test_hints_tags_penalty_and_category_come_along() -> None:
    category = '<question type="category"><category><text>$course$/top/A/B//C</text></category></question>'
    extra = (
        "<idnumber>x.1</idnumber><penalty>0.5</penalty><shuffleanswers>0</shuffleanswers>"
        f"<hint {HTML}><text>&lt;p&gt;Look.&lt;/p&gt;</text><shownumcorrect/></hint>"
        "<tags><tag><text>knowledge point 12</text></tag><tag><text>难度1</text></tag></tags>"
    )
    portable = only(category, asked("multichoice", extra + TWO))

    assert portable.category == ("A", "B/C")
    assert (portable.id, portable.penalty, portable.is_shuffled) == ("x.1", 0.5, False)
    assert [text.en for text, _ in portable.hints] == ["Look."]
    assert (portable.curriculum, portable.difficulty) == ((12,), 1)


def test_true_or_false_is_a_statement_to_judge_whichever_stands_first() -> None:
    portable = only(asked("truefalse", answer("false", "0") + answer("true", "100", "So it is.")))

    assert portable.kind == "truth"
    assert [(one.text.en, one.share) for one in portable.options] == [("True", 1), ("False", 0)]
    assert portable.options[0].why is not None


def test_a_number_keeps_its_unit_in_both_languages() -> None:
    tolerance = "<tolerance>0.05</tolerance>"
    units = (
        "<units><unit><multiplier>1</multiplier><unit_name>分</unit_name></unit>"
        "<unit><multiplier>1</multiplier><unit_name>points</unit_name></unit>"
        "<unit><multiplier>0.01</multiplier><unit_name>cents</unit_name></unit></units>"
    )
    answers = answer("3.5", "100", more=tolerance) + answer("-3.5", "30", "Reversed.", tolerance)
    (portable,), (row,) = read(asked("numerical", answers + units + answer("*", "0", "No.")))

    assert portable.unit is not None
    assert (portable.unit.en, portable.unit.zh) == ("points", "分")
    assert [(one.value, one.tolerance, one.share) for one in portable.numbers] == [
        (3.5, 0.05, 1),
        (-3.5, 0.05, 0.3),
    ]
    assert "converted" in row.message.en
    assert "any other number" in row.message.en


def test_a_short_answer_that_is_a_number_is_one_here() -> None:
    assert only(asked("shortanswer", answer("42", "100"))).numbers[0].value == 42


def test_matches_and_steps_are_read_from_every_type_that_holds_them() -> None:
    rows = "".join(
        f"<subquestion {HTML}><text>{row}</text><answer><text>{choice}</text></answer></subquestion>"
        for row, choice in (("one", "odd"), ("two", "even"), ("", "neither"))
    )
    for type_ in ("matching", "match", "ddmatch"):
        portable = only(asked(type_, rows))
        assert [(one.row.en, one.choice.en) for one in portable.pairs] == [("one", "odd"), ("two", "even")]
        assert [one.en for one in portable.distractors] == ["neither"]

    steps = "".join(answer(step, str(place)) for place, step in enumerate(("a", "b", "c"), 1))
    assert [step.en for step in only(asked("ordering", steps)).order] == ["a", "b", "c"]


def test_an_order_travels_as_a_match_where_moodle_is_older() -> None:
    old = moodle.write([ORDER], language="both", has_ordering=False)
    (back,), _ = moodle.read(old.data)

    assert b'type="matching"' in old.data
    assert back.order == ORDER.order


@pytest.mark.parametrize(
    ("type_", "why"),
    [
        ("description", "without a question"),
        ("calculated", "formulas"),
        ("coderunner", "“coderunner”"),
        ("multichoice", "a bank takes 2 to 10"),
    ],
)
def test_what_the_lab_cannot_hold_is_refused_with_a_reason(type_: str, why: str) -> None:
    portables, (row,) = read(asked(type_, ""))

    assert not portables
    assert not row.ok
    assert why in row.message.en


def test_one_bad_question_does_not_spoil_the_others_and_its_line_is_told() -> None:
    portables, rows = read(asked("multichoice", TWO), asked("description", ""), asked("multichoice", TWO))

    assert len(portables) == 2
    assert [(row.row, row.name, row.ok) for row in rows] == [(3, "Q", True), (4, "Q", False), (5, "Q", True)]


def test_an_answer_partly_right_counts_as_wrong_in_a_single_choice_and_that_is_said() -> None:
    said = message(asked("multichoice", answer("a", "100") + answer("b", "50")))

    assert "partly right count as wrong" in said


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"hello", "well-formed"),
        (b"<quiz><question></quiz>", "line 1"),
        (b"<html><body/></html>", "<html>"),
        (b"<quiz/>", "no question"),
        (b'<?xml version="1.0" encoding="nonsense"?><quiz/>', "no question"),
    ],
)
def test_a_file_that_holds_no_questions_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ReaderError, match=why):
        moodle.read(data)


def test_what_moodle_does_otherwise_is_told() -> None:
    hinted = question(options=SINGLE.options, hints=((SINGLE.stem, 0.1),))
    said = {loss.what.en for loss in moodle.write([hinted, NUMBER, ORDER, MATCH], language="en").losses}

    for word in ("a hint appears by itself", "Moodle 4.4", "reasons of its rows", "3.6:1"):
        assert any(word in sentence for sentence in said), word


def test_units_and_hints_travel_in_moodle_xml() -> None:
    hinted = question(options=SINGLE.options, hints=((SINGLE.stem, 0.1),))
    back, _ = moodle.read(moodle.write([*EVERY_KIND, hinted], language="both").data)

    assert [one.unit for one in back] == [one.unit for one in (*EVERY_KIND, hinted)]
    assert [hint for hint, _ in back[-1].hints] == [SINGLE.stem]
