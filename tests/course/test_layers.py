"""A teacher's own course lies over the built-in one, file by file."""

from pathlib import Path

import pytest

from course.layers import Layers, layers_in, named_folder, own_folder
from courseware.problem import ReaderError
from courseware.text import LANGUAGES
from tests.architecture.sources import ROOT


@pytest.fixture
def layers(tmp_path: Path) -> Layers:
    """Two built-in files, one of them covered, and one of the teacher's own."""
    found = Layers(tmp_path / "builtin", tmp_path / "own")
    for folder, names in (("builtin", ("a", "b")), ("own", ("b", "c", ".hidden"))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.yaml").write_text(folder, encoding="utf-8")
    return found


def test_of_two_files_of_one_name_the_own_one_is_in_force(layers: Layers) -> None:
    assert [(path.parent.name, path.name) for path in layers.files()] == [
        ("builtin", "a.yaml"),
        ("own", "b.yaml"),
        ("own", "c.yaml"),
    ]
    assert [path.read_text(encoding="utf-8") for path in map(layers.path, ("a.yaml", "b.yaml"))] == [
        "builtin",
        "own",
    ]
    assert [layers.is_own(name) for name in ("a.yaml", "b.yaml", "c.yaml")] == [False, True, True]


def test_saving_never_touches_a_built_in_file_where_there_is_an_own_folder(layers: Layers) -> None:
    assert {layers.target(name).parent.name for name in ("a.yaml", "b.yaml", "new.yaml")} == {"own"}


def test_without_an_own_folder_the_built_in_files_are_edited_in_place(layers: Layers) -> None:
    alone = Layers(layers.builtin)

    assert alone.target("a.yaml") == alone.path("a.yaml") == layers.builtin / "a.yaml"
    assert not alone.is_own("a.yaml")
    assert alone.folders == (layers.builtin,)


def test_an_own_file_that_is_taken_away_lets_the_built_in_one_show_again(layers: Layers) -> None:
    assert layers.own is not None
    (layers.own / "b.yaml").unlink()

    assert layers.path("b.yaml").read_text(encoding="utf-8") == "builtin"


def test_an_own_folder_without_lessons_is_fine(tmp_path: Path) -> None:
    layers = layers_in(ROOT / "lessons/library", "lessons", {"LAB_COURSE": str(tmp_path)})

    assert layers.own == tmp_path / "lessons"
    assert {path.parent for path in layers.files()} == {ROOT / "lessons/library"}


def test_nothing_said_means_no_own_folder() -> None:
    assert own_folder({}) is own_folder({"LAB_COURSE": "  "}) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_folder_is_not_made_but_told_with_its_remedy(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "gone"
    with pytest.raises(ReaderError) as told:
        own_folder({"LAB_COURSE": str(folder)})

    said = told.value.text["zh" if language == "zh" else "en"]
    assert str(folder) in said
    assert "mkdir" in said
    assert "python -m lessons new" in said
    assert not folder.exists()
    assert named_folder({"LAB_COURSE": str(folder)}) == folder


def test_a_file_is_no_course_folder(tmp_path: Path) -> None:
    (tmp_path / "course").write_text("", encoding="utf-8")

    with pytest.raises(ReaderError, match="which is a file"):
        own_folder({"LAB_COURSE": str(tmp_path / "course")})


@pytest.mark.parametrize("name", ["", "lessons", "lessons/library", "exercises/bank", "ui"])
def test_the_lab_itself_is_nobodys_course_folder(name: str) -> None:
    with pytest.raises(ReaderError, match="belongs to the lab itself"):
        own_folder({"LAB_COURSE": str(ROOT / name)})


@pytest.mark.parametrize("name", ["~nobody-of-this-name/course", "loop/course"])
def test_a_folder_that_nobody_can_reach_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    said = name if name.startswith("~") else str(tmp_path / name)

    with pytest.raises(ReaderError):
        own_folder({"LAB_COURSE": said})


def test_a_folder_may_be_named_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert own_folder({"LAB_COURSE": "~"}) == tmp_path
