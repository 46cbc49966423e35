"""The QTI package: what it says, how it is named, and that nothing of it depends on the day."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import permutations
from xml.etree import ElementTree as ET

import pytest

from interchange import Portable, PortableTable, WantedLanguage
from interchange.blanks import one_each
from interchange.qti import write
from tests.interchange.made import (
    EVERY_KIND,
    MATCH,
    NUMBER,
    ORDER,
    SEVERAL,
    SINGLE,
    both,
    question,
    whole_bank,
)

LANGUAGES: tuple[WantedLanguage, ...] = ("en", "zh", "both")
Q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def files(portables: tuple[Portable, ...], language: WantedLanguage = "both") -> dict[str, bytes]:
    """The files of a package by their names."""
    with zipfile.ZipFile(BytesIO(write(portables, language=language).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def item(portable: Portable, language: WantedLanguage = "both") -> ET.Element:
    """The one item of a package."""
    found = files((portable,), language)
    return ET.fromstring(next(data for name, data in found.items() if name.startswith("items/")))  # noqa: S314


def words(element: ET.Element | None) -> str:
    """All the words of an element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_that_can_be_frozen_has_a_file_of_its_own(language: WantedLanguage) -> None:
    portables = tuple(one_each(whole_bank()[0]))
    found = files(portables, language)

    assert {f"items/{one.id}.xml" for one in portables} == {
        name for name in found if name.startswith("items/")
    }


def test_equal_questions_give_equal_bytes() -> None:
    assert write(EVERY_KIND, language="both") == write(EVERY_KIND, language="both")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_the_package_is_listed_and_every_listed_file_is_there(language: WantedLanguage) -> None:
    found = files(whole_bank()[0], language)
    manifest = ET.fromstring(found["imsmanifest.xml"])  # noqa: S314
    listed = {one.get("href") for one in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}file")}

    assert listed == found.keys() - {"imsmanifest.xml"}


def test_identifiers_are_names_and_no_two_of_a_file_are_alike() -> None:
    for name, data in files(whole_bank()[0]).items():
        if name.endswith(".xml"):
            own = [one.get("identifier") or "" for one in ET.fromstring(data).iter() if is_named(one)]  # noqa: S314

            assert len(own) == len(set(own)), name
            assert all(NCNAME.fullmatch(one) for one in own), name


def is_named(element: ET.Element) -> bool:
    """Whether the identifier of an element is its own, rather than that of something else."""
    refers = {"variable", "mapResponse", "setOutcomeValue", "modalFeedback", "assessmentItemRef"}
    return element.get("identifier") is not None and element.tag.rpartition("}")[2] not in refers


def test_strange_names_from_elsewhere_become_identifiers() -> None:
    strange = tuple(
        question(id=id_, options=SINGLE.options) for id_ in ("1 一", "1 二", "TEST", "a b", "a_b")
    )
    names = [name for name in files(strange) if name.startswith("items/")]

    assert len(set(names)) == len(strange)


def test_both_languages_stand_side_by_side_and_are_marked() -> None:
    body = item(SINGLE).find(f"{Q}itemBody")
    assert body is not None
    said = {part.get(XML_LANG): words(part) for part in body.findall(f"{Q}div")}

    assert said == {"en": "Which one is it?", "zh-CN": "是哪一个？"}


def test_one_language_alone_says_nothing_of_the_other() -> None:
    written = b"".join(files(EVERY_KIND, "zh").values()).decode()

    assert "Which one" not in written
    assert "是哪一个" in written


def test_of_several_versions_each_student_gets_one() -> None:
    versions = tuple(
        question(id=f"made.up-v{number}", category=("made", "made.up"), options=SINGLE.options)
        for number in (1, 2, 3)
    )
    test = ET.fromstring(files(versions)["test.xml"])  # noqa: S314
    chosen = [one.find(f"{Q}selection") for one in test.iter(f"{Q}assessmentSection")]

    assert [one.get("select") for one in chosen if one is not None] == ["1"]


def test_steps_never_stand_in_their_right_order() -> None:
    for steps in permutations(ORDER.order):
        shuffled = question("order", order=steps)
        shown = [words(one) for one in item(shuffled, "en").iter(f"{Q}simpleChoice")]

        assert shown != [step.en for step in steps]
        assert sorted(shown) == sorted(step.en for step in steps)


def test_reasons_and_the_explanation_are_shown_as_feedback() -> None:
    shown = {one.get("identifier"): words(one) for one in item(SINGLE, "zh").iter(f"{Q}modalFeedback")}

    assert shown == {"A2": "太晚。", "A3": "太早。", "EXPLAIN": "因为就是。"}


def test_a_mark_of_markdown_becomes_a_mark_of_the_page_and_a_tag_stays_words() -> None:
    bold = question(
        options=SINGLE.options, stem=ORDER.stem.model_copy(update={"en": "**So** <b>not</b> & so"})
    )
    body = item(bold, "en").find(f"{Q}itemBody")
    assert body is not None

    assert words(body.find(f".//{Q}strong")) == "So"
    assert "<b>not</b> & so" in words(body)


def test_what_the_standard_does_not_know_of_a_page_is_left_out() -> None:
    stem = 'See [this](https://example.org "here").\n\n3. third\n\n![a chart](x.png)\n\n| a |\n|--:|\n| 1 |'
    body = item(question(options=SINGLE.options, stem=both(stem)), "en")

    assert not {name for one in body.iter() for name in ("style", "start", "src") if name in one.attrib}
    assert [one.attrib for one in body.iter(f"{Q}a")] == [{"href": "https://example.org"}]
    assert "a chart" in words(body)


def test_the_data_lie_in_the_package_and_the_question_links_to_them() -> None:
    table = PortableTable("survey-1", {"en": "a\n1\n", "zh": "甲\n1\n"})
    asked = question(options=SINGLE.options, table=table)

    assert files((asked,), "zh")["data/survey-1.zh.csv"].decode("utf-8-sig") == "甲\n1\n"
    assert [one.get("href") for one in item(asked, "zh").iter(f"{Q}a")] == ["../data/survey-1.zh.csv"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    odd = question(options=SINGLE.options, stem=SINGLE.stem.model_copy(update={"en": "a\x00b\x0bc\ufffed"}))

    assert "abcd" in words(item(odd, "en"))


def test_hints_are_reported_as_lost_for_the_item_that_has_them() -> None:
    hinted = question(options=SINGLE.options, hints=((SINGLE.stem, 0.1),))

    assert "made.up" in {loss.item for loss in write((hinted,), language="en").losses}


def test_what_a_platform_may_mark_or_show_otherwise_is_told() -> None:
    formula = question(options=SINGLE.options, stem=both("How much is $x_1$?"))
    losses = write((formula, NUMBER), language="both").losses

    assert any("Canvas" in loss.what.en and "Canvas" in loss.what.zh for loss in losses)
    assert [loss.item for loss in losses if "MathJax" in loss.what.zh] == ["made.up"]
    assert "Canvas" not in " ".join(loss.what.en for loss in write((SINGLE,), language="en").losses)


def test_a_formula_is_written_as_tex_that_no_mark_is_seen_in() -> None:
    body = item(question(options=SINGLE.options, stem=both("So $a_1 < b_1$.")), "en").find(f"{Q}itemBody")

    assert "\\(a_1 < b_1\\)" in words(body)


def kinds_of_variables(portable: Portable) -> Iterator[tuple[str | None, str | None]]:
    """Cardinality and base type of the response."""
    for one in item(portable).iter(f"{Q}responseDeclaration"):
        yield one.get("cardinality"), one.get("baseType")


@pytest.mark.parametrize(
    ("portable", "expected"),
    [
        (SINGLE, ("single", "identifier")),
        (SEVERAL, ("multiple", "identifier")),
        (NUMBER, ("single", "float")),
        (MATCH, ("multiple", "directedPair")),
        (ORDER, ("ordered", "identifier")),
    ],
)
def test_each_kind_has_the_response_that_the_standard_wants(
    portable: Portable, expected: tuple[str, str]
) -> None:
    assert list(kinds_of_variables(portable)) == [expected]
