"""Whoever reads a file sees the old text or the new one; of several files all are replaced or none."""

from pathlib import Path

import pytest

from courseware.replacing import replace_file, replace_files


def contents(folder: Path) -> dict[str, str]:
    """Everything that lies in the folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()}


def test_several_files_are_replaced_together(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    replace_files({tmp_path / "a": "new", tmp_path / "b": "newer"})

    assert contents(tmp_path) == {"a": "new", "b": "newer"}


def test_if_one_cannot_be_replaced_all_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "z").mkdir()
    with pytest.raises(OSError, match="z"):
        replace_files({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "z": "new"})

    assert contents(tmp_path) == {"a": "old"}


def test_a_folder_that_is_missing_is_made_but_not_the_one_above_it(tmp_path: Path) -> None:
    replace_file(tmp_path / "lessons" / "tea.yaml", "tea")
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "gone" / "lessons" / "tea.yaml", "tea")

    assert contents(tmp_path / "lessons") == {"tea.yaml": "tea"}


def test_a_linked_file_is_written_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace_file(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"
