"""The file that questions came from is kept byte for byte, named by each, and travels with the course."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from authoring.commands.exercises import main
from course import archive as packed
from course.documents import read_document
from course.folders import Parts
from course.layers import Layers
from course.transfer import pack, unpack
from courseware.imported_files import MAX_ALL, MAX_FILE, check_imported, imported_name
from courseware.problem import ReaderError
from interchange import freeze, gift
from interchange.importing import import_bank, keep_imported
from tests.interchange.made import EVERY_KIND

GIFT = "// a teacher's note\n\n::a::Tea? {=hot ~cold}\n\n::b::Ice? {=cold ~hot}\n".encode("gb18030")


def course_in(folder: Path) -> Parts:
    """A course of one's own in this folder, over nothing."""
    folder.mkdir(exist_ok=True)
    return {part: Layers(folder / "none", folder / part) for part in ("lessons", "bank")}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Parts:
    """A course of one's own that imports go into."""
    course = course_in(tmp_path / "course")
    for place in (
        "authoring.commands.exercises.interchange.bank_layers",
        "interchange.importing.bank_layers",
    ):
        monkeypatch.setattr(place, lambda: course["bank"])
    return course


def imported(course: Parts) -> list[Path]:
    """The files that are kept."""
    return sorted(course["bank"].target("x").parent.parent.glob("imported/*"))


def bring(tmp_path: Path, data: bytes = GIFT) -> None:
    """Imports a file at the terminal."""
    file = tmp_path / "quiz.gift"
    file.write_bytes(data)
    assert main(["import", str(file), "--into", "quiz", "--replace"]) == 0


def test_the_file_is_kept_as_it_came_and_each_question_tells_its_place(own: Parts, tmp_path: Path) -> None:
    bring(tmp_path)
    (kept,) = imported(own)
    items = yaml.safe_load(own["bank"].target("quiz.yaml").read_text(encoding="utf-8"))["items"]

    assert kept.read_bytes() == GIFT
    assert [item["source"] for item in items] == [{"file": kept.name, "at": 3}, {"file": kept.name, "at": 5}]
    assert read_document("bank", own["bank"].target("quiz.yaml")).problems == ()


def test_another_version_of_a_file_is_kept_beside_the_first(own: Parts, tmp_path: Path) -> None:
    bring(tmp_path)
    bring(tmp_path)
    bring(tmp_path, GIFT + b"\n::c::Snow? {=cold ~hot}\n")

    assert len(imported(own)) == 2


def test_it_travels_in_the_zip_of_the_course_and_arrives_as_it_was(own: Parts, tmp_path: Path) -> None:
    bring(tmp_path)
    data, there = pack(own), course_in(tmp_path / "other")

    assert unpack(data, there).is_done
    assert [path.read_bytes() for path in imported(there)] == [GIFT]
    assert pack(there) == data


def test_a_zip_in_which_somebody_has_changed_it_is_refused(own: Parts, tmp_path: Path) -> None:
    bring(tmp_path)
    files = packed.unpack(pack(own))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, one in files.items():
            archive.writestr(name, one if isinstance(one, str) else one + b"!")

    with pytest.raises(ReaderError, match="not the file that its name tells"):
        unpack(out.getvalue(), course_in(tmp_path / "other"))


@pytest.mark.parametrize(
    "name", ["../x-000000000000.txt", "x.txt", "x-0.txt", "X-000000000000.txt", "x-000000000000.html.exe"]
)
def test_no_other_name_is_taken(name: str) -> None:
    with pytest.raises(ReaderError):
        check_imported(name, b"")


def test_what_is_too_large_is_told_and_the_questions_come_in(own: Parts) -> None:
    note = b"// " + b"x" * MAX_FILE + b"\n\n"
    kept = own["bank"].target("x").parent.parent / "imported"
    few = import_bank(GIFT, "quiz")
    kept.mkdir()
    (kept / "full").write_bytes(bytes(MAX_ALL))
    full = import_bank(GIFT, "quiz")
    with pytest.raises(ReaderError, match="no more than 2 MB"):
        import_bank(note + GIFT, "quiz")

    assert few.kept
    assert not full.kept
    assert "not kept beside the bank" in full.rows[-1].message.en
    assert "没有保存" in full.rows[-1].message.zh
    assert "source:" not in full.text
    assert len(full.portables) == 2


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")

    with pytest.raises(ReaderError, match="nothing was saved"):
        keep_imported({tmp_path / "file" / "imported" / "x": b""})


def test_no_drawn_question_and_no_export_knows_of_it(own: Parts, tmp_path: Path) -> None:
    bring(tmp_path)
    exercises = read_document("bank", own["bank"].target("quiz.yaml")).exercises
    portables, _ = freeze(exercises, variants=1, secret=b"secret")
    name = imported_name(GIFT, "quiz", "txt")

    assert {one.item.source.file for one in exercises if one.item.source} == {name}
    assert name not in repr(portables)
    assert name.encode() not in gift.write(portables, language="both").data


def test_every_format_says_how_its_file_is_called(own: Parts) -> None:
    from interchange.formats import formats

    for form in formats().values():
        result = import_bank(form.write(EVERY_KIND, language="both").data, "quiz")
        (path,) = result.kept

        check_imported(path.name, result.kept[path])
        assert path.suffix == {"gift": ".txt", "moodle": ".xml", "qti": ".zip", "xuexitong": ".xlsx"}[form.id]
