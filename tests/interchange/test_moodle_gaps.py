"""Moodle's gaps and other kinds: taken where a kind of the lab holds them, else refused with the reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle_xml_parser.cloze_logic import parse_cloze_gap_content

from interchange.moodle.cloze import gap_in, parted
from tests.interchange.test_moodle import answer, asked, message, only, read

HOT = "<selectoption><text>hot</text><group>1</group></selectoption>"
COLD = "<selectoption><text>cold</text><group>1</group></selectoption>"
OTHER = "<selectoption><text>fast</text><group>2</group></selectoption>"


def boxes(*texts: str, more: str = "") -> str:
    return "".join(f"<dragbox><text>{one}</text><group>1</group>{more}</dragbox>" for one in texts)


def test_one_gap_with_words_is_a_choice_with_a_blank() -> None:
    for type_, words in (("gapselect", HOT + COLD + OTHER), ("ddwtos", boxes("hot", "cold"))):
        found = only(asked(type_, words, "Tea is [[1]]."))

        assert (found.kind, found.stem.en) == ("single", "Tea is \\_\\_\\_\\_\\_.")
        assert [(one.text.en, one.share) for one in found.options] == [("hot", 1), ("cold", 0)]
    assert "fit no gap" in message(asked("gapselect", HOT + COLD + OTHER, "Tea is [[1]]."))


def test_several_gaps_are_rows_with_numbers_that_stand_in_the_text() -> None:
    found = only(asked("gapselect", HOT + COLD, "<p>Tea is [[1]], ice is [[2]], snow is [[2]].</p>"))

    assert found.kind == "match"
    assert "\\_\\_(1)\\_\\_, ice is \\_\\_(2)\\_\\_" in found.stem.en
    assert [(pair.row.en, pair.choice.en) for pair in found.pairs] == [
        ("Gap (1)", "hot"),
        ("Gap (2)", "cold"),
        ("Gap (3)", "cold"),
    ]
    assert "used only so often" not in message(asked("gapselect", HOT + COLD, "[[1]] and [[2]]"))


def test_words_of_their_own_and_words_that_are_used_up_are_told() -> None:
    assert "words of its own" in message(asked("gapselect", HOT + COLD + OTHER, "[[1]] and [[3]]"))
    assert "used only so often" in message(asked("ddwtos", boxes("hot", "cold", "old"), "[[1]] and [[2]]"))
    assert "used only so often" not in message(
        asked("ddwtos", boxes("hot", "cold", more="<infinite/>"), "[[1]] and [[2]]")
    )


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        ("{1:MULTICHOICE:=hot#Yes.~cold#No.}", "single"),
        ("{1:MCS:%100%hot~%0%cold#No.}", "single"),
        ("{1:MULTIRESPONSE:%50%hot~%50%wet~%-100%dry}", "several"),
        ("{1:NUMERICAL:=95:5#Yes.~%50%90:1}", "number"),
        ("{1:SHORTANSWER:=100~*#No.}", "number"),
    ],
)
def test_a_cloze_of_one_gap_is_what_its_gap_is(gap: str, kind: str) -> None:
    found = only(asked("cloze", "", f"<p>Tea is {gap}.</p>"))

    assert found.kind == kind
    assert found.stem.en == "Tea is \\_\\_\\_\\_\\_."
    assert {one.text.en for one in found.options} <= {"hot", "cold", "wet", "dry"}
    if kind == "number":
        assert found.numbers[0].share == 1


def test_a_cloze_of_several_choices_is_a_match_and_its_losses_are_told() -> None:
    stem = "Tea is {2:MC:=hot#Yes.~%50%warm#Nearly.~cold}, ice is {1:MC:=cold~hot}."
    found = only(asked("cloze", "", stem))

    assert [(pair.row.en, pair.choice.en) for pair in found.pairs] == [
        ("Gap (1)", "hot"),
        ("Gap (2)", "cold"),
    ]
    assert [one.en for one in found.distractors] == ["warm"]
    for word in ("words of its own", "weighed differently", "Nearly.", "partly right", "mark of 3"):
        assert word in message(asked("cloze", "", stem))


@pytest.mark.parametrize(
    ("type_", "inside", "stem", "why"),
    [
        ("cloze", "", "Tea is {1:SA:=hot} and {1:MC:=wet~dry}.", "gaps of different kinds"),
        ("cloze", "", "Tea is {1:MC:=hot~=wet~cold} and {1:MC:=a~b}.", "several wholly right"),
        ("cloze", "", "Tea is {1:ODD:=hot}.", "“ODD”"),
        ("cloze", "", "Tea is hot.", "no gap"),
        ("gapselect", HOT, "Tea is [[2]].", "no gap"),
        ("ddimageortext", "", "Where?", "“ddimageortext”"),
        ("truefalse", answer("maybe", "100") + answer("false", "0"), "So?", "not called true"),
    ],
)
def test_what_no_kind_of_the_lab_can_hold_is_refused_with_its_reason(
    type_: str, inside: str, stem: str, why: str
) -> None:
    portables, (row,) = read(asked(type_, inside, stem))

    assert not portables
    assert why in row.message.en
    assert any("\u4e00" <= sign <= "\u9fff" for sign in row.message.zh)


def test_any_other_short_answer_is_told_as_left_behind() -> None:
    two = answer("42", "100") + answer("*", "0", "No.")

    assert only(asked("shortanswer", two)).numbers[0].value == 42
    assert "any other number" in message(asked("shortanswer", two))


def test_signs_that_are_escaped_belong_to_the_words() -> None:
    found = only(asked("cloze", "", r"Say {1:MC:=a\~b \} c#d\#e~&lt;b&gt;} now"))

    assert [one.text.en for one in found.options] == ["a~b } c", "\\<b>"]
    assert found.options[0].why
    assert found.options[0].why.en == "d#e"


WORD = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
KEYS = st.sampled_from(["=", "%100%", "%50%", "%0%", ""])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(KEYS, WORD, st.one_of(st.just(""), WORD)), min_size=2, max_size=5))
def test_a_gap_is_read_as_other_software_reads_it(parts: list[tuple[str, str, str]]) -> None:
    written = "~".join(f"{key}{word}{'#' + why if why else ''}" for key, word, why in parts)
    gap = f"{{2:MULTICHOICE:{written}}}"
    ours, theirs = gap_in(gap), parse_cloze_gap_content(gap)

    assert parted(f"a {gap} b") == ["a ", gap, " b"]
    assert (ours.weight, ours.kind) == (theirs.sub_grade, theirs.sub_type)
    assert [(one.text, round(100 * one.share), one.why or None) for one in ours.answers] == [
        (one.answer, one.score, one.feedback) for one in theirs.options
    ]
