"""QTI from other hands: taken with its own marks, or refused in a sentence, item by item."""

from dataclasses import replace

import pytest
from hypothesis import given

from courseware.problem import ReaderError
from courseware.text import LANGUAGES
from exercises.gap_marks import gaps_in
from interchange import Portable, PortableNumber, RowReport
from interchange.blanks import one_each
from interchange.formats import guess_format
from interchange.notes import asked
from interchange.qti import read, write
from tests.interchange.drawn import portables
from tests.interchange.made import EVERY_KIND, both, question, whole_bank
from tests.interchange.qti_items import (
    ANSWER,
    FIELD,
    RIGHT,
    choices,
    graded,
    item,
    mapping,
    modal,
    number,
    package,
    response,
    zipped,
)
from tests.interchange.test_round_trips import FEW, looks

ONE = item(response("single", "identifier", "B"), choices("black", "green", "white"))


def told(data: bytes) -> str:
    """What is said of the one item of a file."""
    (row,) = read(data)[1]
    assert row.message.zh
    return row.message.en


def only(data: bytes) -> Portable:
    """The one question of a file."""
    (portable,), rows = read(data)
    assert rows[0].ok, rows[0].message.en
    return portable


def held(one: Portable) -> dict[str, object]:
    """All of a question that our own QTI says."""
    return {
        "id": one.id,
        "stem": looks(asked(one)),
        "kind": one.kind,
        "explain": looks(one.explain),
        "options": [(looks(each.text), round(each.share, 6), looks(each.why)) for each in one.options],
        "numbers": sorted(
            (f"{each.value + 0.0:.12g}", f"{each.tolerance:.9g}", round(each.share, 6), looks(each.why))
            for each in one.numbers
        ),
        "unit": looks(one.unit),
        "pairs": [(looks(each.row), looks(each.choice), looks(each.why)) for each in one.pairs],
        "distractors": {looks(each) for each in one.distractors},
        "order": [looks(each) for each in one.order],
        "difficulty": one.difficulty,
        "curriculum": one.curriculum,
        "shuffle": one.is_shuffled if one.kind not in {"order", "number"} else None,
    }


def test_every_kind_goes_out_and_comes_back_with_its_key_its_marks_and_its_reasons() -> None:
    back, rows = read(write(EVERY_KIND, language="both").data)

    assert [held(one) for one in back] == [held(one) for one in EVERY_KIND]
    assert [one.category for one in back] == [one.category for one in EVERY_KIND]
    assert [row.ok for row in rows] == [True] * len(EVERY_KIND) + [False]
    assert "number of tries" in rows[-1].message.en


def test_every_question_of_the_lab_comes_back_in_the_language_in_which_it_left() -> None:
    gone = list(one_each(whole_bank()[0]))
    for side, language in enumerate(LANGUAGES):
        back, rows = read(write(gone, language=language).data)

        assert [row.message.en for row in rows[: len(gone)] if not row.ok] == []
        assert [looks(one.stem)[side] for one in back] == [looks(asked(one))[side] for one in gone]  # type: ignore[index]


def test_so_it_does_with_both_languages_its_key_and_its_marks() -> None:
    gone = list(one_each(whole_bank()[0]))
    back, _ = read(write(gone, language="both").data)

    for one, other in zip(gone, back, strict=True):
        values = [
            each.value + step * each.tolerance for each in one.numbers for step in (0, 0.9, -0.9, 1.1, -1.1)
        ]
        assert [earned(other, value) for value in values] == [earned(one, value) for value in values], one.id
        assert held(replace(other, numbers=())) == held(replace(one, numbers=()))


def earned(one: Portable, value: float) -> float:
    """What a typed number earns: the first that takes it counts."""
    takes = (each.share for each in one.numbers if abs(value - each.value) <= each.tolerance * (1 + 1e-9))
    return round(next(takes, 0.0), 6)


@FEW
@given(portables())
def test_whatever_was_written_comes_back_with_its_marks(drawn: Portable) -> None:
    # without an explanation the reason of what is right becomes it
    gone = replace(drawn, explain=drawn.explain or both("So it is."))
    (back,), (row, *_) = read(write([gone], language="both").data)

    assert "marks there" not in row.message.en
    assert "another share" not in row.message.en
    assert held(back) == held(gone)


def test_a_small_number_with_a_wide_tolerance_comes_back_as_it_was() -> None:
    one = question("number", numbers=(PortableNumber(9e-06, 0.92, 1.0), PortableNumber(4e6, 0.92, 0.5)))
    (back,), _ = read(write([one], language="both").data)

    assert [each.value for each in back.numbers] == [9e-06, 4e6]


def test_an_item_is_known_as_qti_alone_and_in_a_package() -> None:
    for data in (ONE, package({"a.xml": ONE}), ONE.replace(b"assessmentItem", b"qti-assessment-item")):
        assert guess_format(data).id == "qti"
    assert guess_format(b"<quiz/>").id == "moodle"


def test_the_standard_rules_are_known_by_their_names() -> None:
    single = only(ONE)
    worth = response("multiple", "identifier", "A", "B", more=mapping({"A": 0.5, "B": 0.5, "C": -1}))
    several = only(item(worth, choices("Tea", "Milk", "Ink", more='maxChoices="0"'), rules="map_response"))

    assert [(one.text.en, one.share) for one in single.options] == [("black", 0), ("green", 1), ("white", 0)]
    assert (single.kind, single.stem.en, single.is_shuffled) == ("single", "Which?", True)
    assert [one.share for one in several.options] == [0.5, 0.5, -1]
    assert not several.is_shuffled


def test_a_platform_that_marks_all_or_nothing_is_told() -> None:
    key = response("multiple", "identifier", "A", "B")

    assert "only the wholly right answer" in told(
        item(key, choices("Tea", "Milk", "Ink", more='maxChoices="3"'))
    )
    assert "only the wholly right answer" in told(
        item(response("ordered", "identifier", "B", "A", "C"), choices("b", "a", "c", tag="orderInteraction"))
    )


def test_other_weights_marks_and_rules_that_say_nothing_are_told() -> None:
    key = response("multiple", "identifier", "A", "B", more=mapping({"A": 2, "B": 1}))
    said = told(item(key, choices("Tea", "Milk", "Ink", more='maxChoices="0"'), rules="map_response"))

    assert "mark of 3" in said
    assert "all right options weigh alike" in said
    assert "no rules for marking" in told(
        item(response("single", "identifier", "B"), choices("a", "b"), rules="")
    )


@pytest.mark.parametrize(
    ("condition", "value", "tolerance"),
    [
        (f'<equal toleranceMode="exact">{ANSWER}<correct identifier="RESPONSE"/></equal>', 40, 0),
        (f'<equal toleranceMode="absolute" tolerance="0.5">{number(40)}{ANSWER}</equal>', 40, 0.5),
        (f'<equal toleranceMode="relative" tolerance="5 5">{number(40)}{ANSWER}</equal>', 40, 2),
        (f"<and><gte>{ANSWER}{number(39.9)}</gte><lte>{ANSWER}{number(40.3)}</lte></and>", 40.1, 0.2),
        (RIGHT, 40, 0),
    ],
)
def test_a_tolerance_is_found_however_the_rules_say_it(
    condition: str, value: float, tolerance: float
) -> None:
    key = response("single", "float", "40")
    (found,) = only(item(key, f"<p>How many? {FIELD}</p>", graded(condition), rules="")).numbers

    assert (found.value, found.tolerance, found.share) == (value, tolerance, 1.0)


def test_ends_that_are_outside_are_told_and_bounds_without_end_refused() -> None:
    key, body = response("single", "float", "40"), f"<p>How many? {FIELD}</p>"
    between = f"<and><gt>{ANSWER}{number(39)}</gt><lt>{ANSWER}{number(41)}</lt></and>"

    assert "ends of its tolerance were outside" in told(item(key, body, graded(between), rules=""))
    assert "above or below some bound" in told(
        item(key, body, graded(f"<gt>{ANSWER}{number(39)}</gt>"), rules="")
    )


def test_partly_right_numbers_keep_their_share_and_their_reason() -> None:
    key = response("single", "float", "40", more=mapping({"40": 2, "20": 1}))
    body = f"<p>How many?</p><p>{FIELD} cups</p>"
    found = only(item(key, body, rules="map_response"))

    assert [(one.value, one.share) for one in found.numbers] == [(40, 1.0), (20, 0.5)]
    assert found.unit
    assert found.unit.en == "cups"
    assert found.stem.en == "How many?"


def test_a_short_answer_is_a_number_if_it_says_one_and_else_a_gap() -> None:
    body = f"<p>The {FIELD} cups.</p>"

    assert only(item(response("single", "string", "42"), body)).numbers[0].value == 42
    for words in ("Assam", "007"):
        found = only(item(response("single", "string", words), body))
        assert (found.kind, found.gaps[0].right.en) == ("blank", words)
        assert len(gaps_in(found.stem.en)) == 1


def test_rows_and_choices_are_told_apart_by_who_has_one_partner() -> None:
    def sets(*names: tuple[str, ...]) -> str:
        return "".join(
            "<simpleMatchSet>"
            + "".join(
                f'<simpleAssociableChoice identifier="{one}" matchMax="2">{one}</simpleAssociableChoice>'
                for one in each
            )
            + "</simpleMatchSet>"
            for each in names
        )

    joined = sets(("Green", "Black"), ("Assam", "Sencha", "Matcha"))
    body = f'<p>Where?</p><matchInteraction responseIdentifier="RESPONSE">{joined}</matchInteraction>'
    key = response("multiple", "directedPair", "Black Assam", "Green Sencha", "Green Matcha")
    found = only(item(key, body))

    assert [(pair.row.en, pair.choice.en) for pair in found.pairs] == [
        ("Assam", "Black"),
        ("Sencha", "Green"),
        ("Matcha", "Green"),
    ]
    two = response("multiple", "directedPair", "Black Assam", "Green Assam", "Green Sencha")
    assert "several right partners" in told(item(two, body))


def test_gaps_become_a_blank_or_rows_with_numbers() -> None:
    inline = (
        '<p>Tea is <inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="A">hot'
        '</inlineChoice><inlineChoice identifier="B">cold</inlineChoice></inlineChoiceInteraction>.</p>'
    )
    words = "".join(
        f'<gapText identifier="{one}" matchMax="1">{one}</gapText>' for one in ("hot", "cold", "old")
    )
    gaps = (
        f'<gapMatchInteraction responseIdentifier="RESPONSE">{words}'
        '<p>Tea is <gap identifier="G1"/>, ice is <gap identifier="G2"/>.</p></gapMatchInteraction>'
    )
    one = only(item(response("single", "identifier", "A"), inline))
    many = only(item(response("multiple", "directedPair", "hot G1", "cold G2"), gaps))

    assert one.stem.en == "Tea is \\_\\_\\_\\_\\_."
    assert [(each.text.en, each.share) for each in one.options] == [("hot", 1), ("cold", 0)]
    assert "(1)" in many.stem.en
    assert [(pair.row.en, pair.choice.en) for pair in many.pairs] == [("Gap (1)", "hot"), ("Gap (2)", "cold")]
    assert [each.en for each in many.distractors] == ["old"]
    assert "used only so often" in told(item(response("multiple", "directedPair", "hot G1", "cold G2"), gaps))


def test_feedback_goes_where_it_shows_and_what_fits_nowhere_is_told() -> None:
    declared = (
        response("single", "identifier", "B")
        + '<outcomeDeclaration identifier="SAID" cardinality="single" baseType="identifier"/>'
    )
    rules = (
        f"<responseProcessing><responseCondition><responseIf>{RIGHT}"
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>'
        "</responseIf></responseCondition>"
        f'<setOutcomeValue identifier="SAID">{ANSWER}</setOutcomeValue></responseProcessing>'
    )
    said = (
        modal("A", "SAID", "Too strong.")
        + modal("B", "SAID", "So it is.")
        + modal("NEVER", "SAID", "Unsaid.")
    )
    data = item(declared, choices("black", "green", "white"), rules + said, rules="")
    found = only(data)

    assert found.explain
    assert found.explain.en == "So it is."
    assert [one.why.en if one.why else None for one in found.options] == ["Too strong.", None, None]
    assert "Unsaid." in told(data)
    assert "became its explanation" in told(data)


def test_flags_for_right_and_wrong_are_understood_as_some_makers_write_them() -> None:
    declared = response("single", "identifier", "B") + "".join(
        f'<outcomeDeclaration identifier="{name}" cardinality="single" baseType="boolean"/>'
        for name in ("R", "W")
    )
    flags = "".join(
        f'<setOutcomeValue identifier="{name}">{rule}</setOutcomeValue>'
        for name, rule in (("R", RIGHT), ("W", f"<not>{RIGHT}</not>"))
    )
    rules = graded(RIGHT).replace("</responseProcessing>", f"{flags}</responseProcessing>")
    said = modal("true", "R", "Well done.") + modal("true", "W", "See page 3.")
    data = item(declared, choices("black", "green", "white"), rules + said, rules="")

    assert only(data).explain
    assert "See page 3." in told(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (item("", "<p>Read this.</p>"), "without a question"),
        (item("", '<uploadInteraction responseIdentifier="RESPONSE"/>'), "handed in"),
        (item("", '<hotspotInteraction responseIdentifier="RESPONSE"/>'), "on a picture"),
        (item("", '<sliderInteraction responseIdentifier="RESPONSE"/>'), "“sliderinteraction”"),
        (item("", f"<p>{FIELD} and {FIELD}</p>"), "2 things at once"),
        (item("<templateDeclaration/>", FIELD, "<templateProcessing/>"), "drawn anew"),
        (
            item("", choices("a", "b"), attributes="").replace(b'adaptive="false"', b'adaptive="true"'),
            "drawn anew",
        ),
        (item(response("single", "identifier"), choices("a", "b")), "no key"),
        (
            item(response("single", "identifier", "A"), choices("a", "b"), rules="house_rules"),
            "“house_rules”",
        ),
        (
            item(
                response("single", "identifier", "A"),
                choices("a", "b"),
                graded("<customOperator/>"),
                rules="",
            ),
            "“customoperator”",
        ),
        (item(response("single", "float", "many"), f"<p>How {FIELD}</p>"), "need a number"),
        (item(response("single", "identifier", "A"), choices(*"abcdefghijk")), "a bank takes 2 to 10"),
        (
            item(response("single", "identifier", "A"), choices("a", "b"), graded("<match/>"), rules=""),
            "does not go together",
        ),
    ],
)
def test_what_the_lab_cannot_hold_is_refused_with_a_reason(data: bytes, why: str) -> None:
    portables, (row,) = read(data)

    assert not portables
    assert why in row.message.en
    assert any("\u4e00" <= sign <= "\u9fff" for sign in row.message.zh)


def rows_of(data: bytes) -> tuple[RowReport, ...]:
    return read(data)[1]


def test_of_a_package_each_item_is_told_by_its_place_and_a_bad_one_spoils_no_other() -> None:
    upload = item("", '<uploadInteraction responseIdentifier="RESPONSE"/>')
    rows = rows_of(package({"a/q.xml": ONE, "b/q.xml": b"<broken", "c/q.xml": upload, "d/q.xml": ONE}))

    assert [(row.row, row.ok) for row in rows] == [(1, True), (2, False), (3, False), (4, True)]
    assert "well-formed" in rows[1].message.en


def test_sections_key_words_and_difficulty_of_a_package_come_along_or_are_told() -> None:
    test = (
        '<assessmentTest><testPart><timeLimits maxTime="60"/><assessmentSection title="Tea" identifier="S">'
        '<assessmentItemRef identifier="I" href="../a/q.xml"/></assessmentSection></testPart>'
        "</assessmentTest>"
    )
    lom = (
        "<metadata><lom><general><keyword><langstring>spring</langstring></keyword><keyword><langstring>"
        "curriculum-12</langstring></keyword></general><educational><difficulty><value><langstring>difficult"
        "</langstring></value></difficulty></educational></lom></metadata>"
    )
    (found,), (row, left) = read(package({"a/q.xml": ONE}, test, lom))

    assert (found.category, found.curriculum, found.difficulty) == (("Tea",), (12,), 3)
    assert "tags were left behind: spring" in row.message.en
    assert not left.ok
    assert "time limits" in left.message.en


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped({"a.txt": b"imsmanifest.xml"}), "no imsmanifest"),
        (package({}), "lists no QTI items"),
        (package({"a.xml": ONE})[:-30], "whole zip"),
        (b"<questestinterop><item/></questestinterop>", "QTI 1.2"),
        (b"<assessmentTest/>", "begins with <assessmenttest>"),
        (zipped({"imsmanifest.xml": b'<manifest><resource type="imsqti_xmlv1p2"/></manifest>'}), "QTI 1.2"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem/>', "document type"),
    ],
)
def test_a_file_that_holds_no_items_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ReaderError, match=why) as refused:
        read(data)

    assert any("\u4e00" <= sign <= "\u9fff" for sign in refused.value.text.zh)
