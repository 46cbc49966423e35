"""GIFT as a parser in JavaScript reads it, which many question editors on the web are built on."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from courseware.text import Language, Text
from interchange import Portable, PortableOption, gift
from interchange import markdown_to_html as markup
from interchange.blanks import one_each
from interchange.notes import asked, explained
from interchange.weights import weight
from tests.foreign.npm import HERE, modules
from tests.interchange.made import both, question, whole_bank
from tests.programs import program

Parsed = Mapping[str, Any]
TYPES = {
    "single": "MC",
    "several": "MC",
    "truth": "TF",
    "blank": "Short",
    "text": "Essay",
    "number": "Numerical",
    "match": "Matching",
    "order": "Matching",
}
SIGNS = "a = {b} ~ c # d : e \\ f -> g [h] %5% i // j & <k> 是：“好”的？"


def read(folder: Path, files: Sequence[bytes]) -> list[list[Parsed]]:
    """What the parser makes of each file."""
    modules("gift")
    names = [folder / f"{number}.gift.txt" for number in range(len(files))]
    for name, data in zip(names, files, strict=True):
        name.write_bytes(data)
    done = subprocess.run(
        [program("node"), "read.js", *map(str, names)],
        cwd=HERE / "gift",
        capture_output=True,
        check=True,
        timeout=120,
    )
    parsed: list[list[Parsed]] = json.loads(done.stdout)
    return parsed


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Parsed]]:
    """Every question of the lab as it was read, in each language."""
    portables, _ = whole_bank()
    written = {language: gift.write(portables, language=language).data for language in ("en", "zh")}
    written["both"] = gift.write(portables, language="both").data
    found = read(tmp_path_factory.mktemp("gift"), list(written.values()))
    return dict(zip(written, found, strict=True))


def questions(parsed: Sequence[Parsed]) -> Iterator[tuple[Portable, Parsed]]:
    """Each question, or gap of several, beside what was read of it."""
    portables, _ = whole_bank()
    yield from zip(one_each(portables), [one for one in parsed if one["type"] != "Category"], strict=True)


def text(found: Parsed | None) -> str | None:
    """The words of a part, which blanks and line ends do not change."""
    return " ".join(str(found["text"]).split()) if found else None


def wanted(written: Text | None, language: Language) -> str | None:
    """What should have been read of a text."""
    return " ".join(markup.inline(written, language).split()) if written else None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_question_of_the_lab_is_read_with_all_its_texts(
    lab: Mapping[str, list[Parsed]], language: Language
) -> None:
    for portable, found in questions(lab[language]):
        assert (found["id"], found["title"], found["type"]) == (
            portable.id,
            portable.name[language],
            TYPES[portable.kind],
        )
        assert text(found["stem"]) == wanted(asked(portable), language)
        assert text(found["globalFeedback"]) == wanted(explained(portable), language)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_every_choice_is_read_with_its_weight_and_reason(
    lab: Mapping[str, list[Parsed]], language: str
) -> None:
    for portable, found in questions(lab[language]):
        if portable.kind not in ("single", "several"):
            continue
        shares = [share(one, is_single=portable.kind == "single") for one in portable.options]

        assert [(one["isCorrect"], one["weight"]) for one in found["choices"]] == shares
        assert [one["feedback"] is not None for one in found["choices"]] == [
            one.why is not None for one in portable.options
        ]


def share(option: PortableOption, *, is_single: bool) -> tuple[bool, float | None]:
    if is_single:
        return option.share == 1, None
    return False, weight(option.share).percent


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_every_number_is_read_with_its_tolerance_and_weight(
    lab: Mapping[str, list[Parsed]], language: str
) -> None:
    for portable, found in questions(lab[language]):
        if portable.kind == "number":
            assert [
                (one["text"]["number"], one["text"]["range"], one["weight"]) for one in found["choices"]
            ] == [(one.value, one.tolerance, weight(one.share).percent) for one in portable.numbers]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_every_wording_is_read_with_its_weight_and_reason(
    lab: Mapping[str, list[Parsed]], language: str
) -> None:
    gaps = [(one.gaps[0], found) for one, found in questions(lab[language]) if one.kind == "blank"]

    assert gaps
    for gap, found in gaps:
        read = {text(one["text"]): (one["weight"], one["feedback"] is not None) for one in found["choices"]}
        assert len(found["choices"]) == len(gap.wordings)
        assert found["choices"][0]["text"]["text"] == gap.right.en
        assert read == {one.words: (weight(one.share).percent, one.why is not None) for one in gap.wordings}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_judgement_is_read_with_the_reason_against_the_wrong_one(
    lab: Mapping[str, list[Parsed]], language: Language
) -> None:
    judged = [(one.options, found) for one, found in questions(lab[language]) if one.kind == "truth"]

    assert judged
    for (true, false), found in judged:
        wrong = false if true.share > false.share else true
        assert found["isTrue"] == (true.share > false.share)
        # the parser, as the format, tells first what is said to those who judge wrongly
        assert text(found["trueFeedback"]) == wanted(wrong.why, language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pair_and_step_is_read_beside_its_own(
    lab: Mapping[str, list[Parsed]], language: Language
) -> None:
    for portable, found in questions(lab[language]):
        if portable.kind not in ("match", "order"):
            continue
        read = [(text(one["subquestion"]) or "", choice(one)) for one in found["matchPairs"]]
        rows = [(wanted(one.row, language), one.choice[language]) for one in portable.pairs]
        spare = [("", one[language]) for one in portable.distractors]
        steps = [(wanted(one, language), str(place)) for place, one in enumerate(portable.order, 1)]

        assert read == [*rows, *spare, *steps]


def choice(pair: Parsed) -> str:
    """The choice of a pair, in which this parser leaves escaped signs as the numbers it gave them."""
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), str(pair["subanswer"]))


def test_every_mark_of_the_format_is_read_as_the_character_it_was(tmp_path: Path) -> None:
    odd = question(
        name=both(SIGNS),
        stem=both(SIGNS),
        explain=both(SIGNS),
        options=(
            PortableOption(both(SIGNS), 1.0, both(SIGNS)),
            PortableOption(both("%5% less"), 0.0, both("#1")),
            PortableOption(both("[html] is a format"), 0.0, both("T")),
        ),
    )
    ((found,),) = [
        [one for one in parsed if one["type"] != "Category"]
        for parsed in read(tmp_path, [gift.write([odd], language="en").data])
    ]

    assert found["title"] == SIGNS
    for part in (
        found["stem"],
        found["globalFeedback"],
        found["choices"][0]["text"],
        found["choices"][0]["feedback"],
    ):
        assert text(part) == wanted(both(SIGNS), "en")
    assert [text(one["text"]) for one in found["choices"][1:]] == ["%5% less", "[html] is a format"]
    assert [one["weight"] for one in found["choices"]] == [None, None, None]
