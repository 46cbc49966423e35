"""What questions show goes along where a format holds files, and its words where it does not."""

import zipfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from defusedxml import ElementTree

from courseware.text import LANGUAGES, Text
from interchange import ExportedFile, Portable, PortableOption, gift, moodle, qti, xuexitong
from interchange.media import STAYS
from tests.interchange.made import MATCH, ORDER, SINGLE, both
from tests.media import FILES, showing

PICTURE, SOUND, VIDEO = (
    "![a shop](media/shop.png)",
    "![a call](media/call.mp3)",
    "![a visit](media/visit.webm)",
)
SHOWING = replace(
    SINGLE,
    stem=Text(en=f"Which? {PICTURE} ![gone](media/none.png)", zh=f"哪个？{PICTURE}"),
    explain=both(SOUND),
    options=(PortableOption(both(PICTURE), 1.0), PortableOption(both("Beta"), 0.0, both(f"No. {VIDEO}"))),
    hints=((both(SOUND), 0.1),),
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[None]:
    """A picture, a sound and a video."""
    with showing(tmp_path):
        yield


def embedded(outcome: ExportedFile) -> dict[str, list[tuple[str, bytes]]]:
    """The files that lie beside each text of a Moodle file, by the name of what holds the text."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for one in ElementTree.fromstring(outcome.data).iter():
        for file in one.findall("file"):
            found.setdefault(one.tag, []).append((str(file.get("name")), b64decode(file.text or "")))
    return found


def test_moodle_gets_each_file_beside_each_text_that_shows_it() -> None:
    outcome = moodle.write([SHOWING], language="both")
    found, text = embedded(outcome), outcome.data.decode()

    assert {tag: [name for name, _ in files] for tag, files in found.items()} == {
        "questiontext": ["shop.png"],
        "generalfeedback": ["call.mp3"],
        "answer": ["shop.png"],
        "feedback": ["visit.webm"],
        "hint": ["call.mp3"],
    }
    assert all(FILES[name] == data for files in found.values() for name, data in files)
    assert '<img src="@@PLUGINFILE@@/shop.png" alt="a shop"' in text
    assert '<a href="@@PLUGINFILE@@/call.mp3">a call</a>' in text
    assert "gone" in text
    assert "media/" not in text


def test_the_rows_of_a_match_and_the_steps_of_an_order_bring_their_pictures() -> None:
    rows = replace(
        MATCH, pairs=(replace(MATCH.pairs[0], row=both(PICTURE), choice=both(SOUND)), *MATCH.pairs[1:])
    )
    steps = replace(ORDER, order=(both(PICTURE), *ORDER.order[1:]))
    outcome = moodle.write([rows, steps], language="en")

    assert {tag: len(files) for tag, files in embedded(outcome).items()} == {
        "subquestion": 1,
        "generalfeedback": 2,  # the reasons of rows are told there, with the rows and choices
        "answer": 1,
    }
    assert "<text>a call</text>" in outcome.data.decode()


def test_a_qti_package_holds_the_files_and_names_them_as_those_of_the_item() -> None:
    with zipfile.ZipFile(BytesIO(qti.write([SHOWING], language="both").data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (item,) = (data.decode() for name, data in files.items() if name.startswith("items/"))
    listed = files["imsmanifest.xml"].decode()

    assert {
        name.removeprefix("media/"): data for name, data in files.items() if name.startswith("media/")
    } == FILES
    assert all(f'href="media/{name}"' in listed for name in FILES)
    assert listed.count("<dependency") == 1 + len(FILES)
    assert '<img src="../media/shop.png" alt="a shop" />' in item
    assert '<object data="../media/call.mp3" type="audio/mpeg">a call</object>' in item
    assert "<span>gone</span>" in item


@pytest.mark.parametrize("form", [gift, xuexitong])
def test_a_format_without_files_says_what_stays_behind_and_writes_its_words(form: ModuleType) -> None:
    outcome = form.write([SHOWING, SINGLE], language="both")

    assert [lost.item for lost in outcome.losses if lost.what == STAYS] == [SHOWING.id]
    assert "a shop" in _words(outcome)
    assert "media/" not in _words(outcome)


def test_what_shows_nothing_is_written_as_before() -> None:
    (kept,), _ = _read_back(SINGLE)

    assert [kept.stem[language] for language in LANGUAGES] == [
        SINGLE.stem[language] for language in LANGUAGES
    ]


def test_files_that_are_too_much_for_one_export_stay_behind_with_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("interchange.moodle.writing.MOST_EMBEDDED", 100)
    outcome = moodle.write([SHOWING], language="en")

    assert embedded(outcome) == {}
    assert any("Export fewer questions" in lost.what.en for lost in outcome.losses)


def _read_back(portable: Portable) -> tuple[tuple[Portable, ...], object]:
    return moodle.read(moodle.write([portable], language="both").data)


def _words(outcome: ExportedFile) -> str:
    if outcome.data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(outcome.data)) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    return outcome.data.decode()
