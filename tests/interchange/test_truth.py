"""A statement to judge travels as one, out of the lab and into it, on every platform."""

import pytest

from course import check_bank_text
from courseware.text import Text
from exercises.portable.question import FALSE, TRUE
from interchange import Portable, PortableOption
from interchange.bank_writer import into_bank
from interchange.formats import formats
from tests.interchange.made import TRUTH, both, question
from tests.interchange.qti_items import choices, item, response
from tests.interchange.test_qti_reading import only


@pytest.mark.parametrize("name", ["gift", "moodle", "qti", "xuexitong"])
@pytest.mark.parametrize("is_true", [True, False])
def test_a_statement_comes_back_with_its_truth_and_both_reasons(name: str, is_true: bool) -> None:
    asked = question(
        "truth",
        id="made.truth",
        options=(
            PortableOption(TRUE, float(is_true), Text(en="Said true.", zh="判了对。")),
            PortableOption(FALSE, float(not is_true), Text(en="Said false.", zh="判了错。")),
        ),
    )
    form = formats()[name]
    assert form.read is not None

    (found,), (row, *_) = form.read(form.write([asked], language="both").data)

    assert found.kind == "truth", row.message.en
    assert found.options == asked.options
    assert not found.is_shuffled


def test_the_notation_of_each_platform_is_its_own() -> None:
    written = {name: form.write([TRUTH], language="en").data for name, form in formats().items()}

    assert b"FALSE#Not so.#Indeed." in written["gift"]
    assert b'<question type="truefalse">' in written["moodle"]
    assert (
        b'<answer fraction="100" format="moodle_auto_format">\n      <text>false</text>' in written["moodle"]
    )


@pytest.mark.parametrize(("first", "second"), [("True", "False"), ("错误", "正确"), ("对", "错")])
def test_a_choice_between_true_and_false_is_a_statement(first: str, second: str) -> None:
    found = only(item(response("single", "identifier", "A"), choices(first, second)))

    assert found.kind == "truth"
    assert [one.share for one in found.options] == ([0, 1] if first == "错误" else [1, 0])


def test_a_choice_between_other_words_stays_a_choice() -> None:
    assert only(item(response("single", "identifier", "A"), choices("True", "Likely"))).kind == "single"


@pytest.mark.parametrize(
    "asked", [TRUTH, question("truth", options=(PortableOption(TRUE, 1.0), PortableOption(FALSE, 0.0)))]
)
def test_a_bank_writes_a_statement_with_the_reasons_it_needs(asked: Portable) -> None:
    text = into_bank([asked], "brought")

    assert "type: true_false" in text
    assert "attempts: {points: [1, 0.75, 0.5]}" not in text.partition("items:")[2]
    assert [one for one in check_bank_text(text, "brought.yaml")[0] if one.severity == "error"] == []


def test_a_bank_of_statements_and_others_gives_the_others_their_own_tries() -> None:
    single = question("single", options=(PortableOption(both("a"), 1.0), PortableOption(both("b"), 0.0)))
    truth = question("truth", options=TRUTH.options, penalty=1.0)

    assert "points: [1, 0.75, 0.5]" in into_bank([truth, truth, single], "brought")
