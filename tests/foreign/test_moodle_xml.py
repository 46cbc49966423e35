"""Moodle XML as others see it: against a grammar of what Moodle reads, and by a parser made by others."""

from base64 import b64decode
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from moodle_xml_parser.parser import parse_bytes

from interchange import Portable, WantedLanguage, moodle
from interchange.weights import weight
from interchange.xml_tree import tree_of
from tests.interchange.drawn import portables
from tests.interchange.made import whole_bank, with_several_answers

GRAMMAR: Final = etree.RelaxNG(file=str(Path(__file__).with_name("moodle.rng")))
LANGUAGES: Final[tuple[WantedLanguage, ...]] = ("en", "zh", "both")


def complaints(data: bytes) -> list[str]:
    """What the grammar finds wrong with a file."""
    GRAMMAR.validate(etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False)))
    return [f"{error.line}: {error.message}" for error in GRAMMAR.error_log]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("has_ordering", [True, False])
def test_every_question_of_the_lab_is_what_moodle_looks_for(
    language: WantedLanguage, has_ordering: bool
) -> None:
    written = moodle.write(with_several_answers()[0], language=language, has_ordering=has_ordering)

    assert complaints(written.data) == []


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(portables())
def test_so_is_a_question_with_anything_in_its_texts(drawn: Portable) -> None:
    assert complaints(moodle.write([drawn], language="both").data) == []


def test_the_grammar_is_not_content_with_everything() -> None:
    written = moodle.write(whole_bank()[0], language="en").data

    assert complaints(written.replace(b'fraction="100"', b'fraction="99"', 1))
    assert complaints(written.replace(b"<single>true</single>", b"<single>yes</single>", 1))
    assert complaints(written.replace(b"<responserequired>1<", b"<responserequired>yes<", 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_parser_made_by_others_finds_every_option_with_its_weight(language: WantedLanguage) -> None:
    chosen = [one for one in whole_bank()[0] if one.kind in ("single", "several")]
    found = parse_bytes(moodle.write(chosen, language=language).data)["multichoice"]

    assert [one.name for one in found] == [one.id for one in chosen]
    assert [one.single for one in found] == [one.kind == "single" for one in chosen]
    assert [one.shuffle_answers for one in found] == [one.is_shuffled for one in chosen]
    for written, one in zip(chosen, found, strict=True):
        assert [option.score_fraction for option in one.options] == [
            weight(option.share).percent for option in written.options
        ]
        assert [bool(option.feedback) for option in one.options] == [
            option.why is not None for option in written.options
        ]


def test_the_data_of_a_question_lie_in_the_file_as_they_are_in_the_lab() -> None:
    asked = [one for one in whole_bank()[0] if one.table]
    root = tree_of(moodle.write(asked, language="both").data)
    files = [
        {file.attributes["name"]: file.said() for file in text.all("file")}
        for question in root.all("question")
        for text in question.all("questiontext")
    ]

    assert len(files) == len(asked)
    for portable, found in zip(asked, files, strict=True):
        assert portable.table is not None
        assert {name: b64decode(words) for name, words in found.items()} == {
            one.name: one.data for one in (portable.table.file("en"), portable.table.file("zh"))
        }
