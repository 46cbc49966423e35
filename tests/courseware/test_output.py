"""A file that is written appears whole or not at all, through links, and advice fits what went wrong."""

import os
import stat
from pathlib import Path

import pytest

from courseware.output import LONGEST_NAME, output, write_output
from courseware.problem import ReaderError
from courseware.text import LANGUAGES


def test_a_linked_file_is_written_where_the_link_leads_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "far" / "real.csv")
    write_output(link, b"first")
    write_output(link, b"second")

    assert link.is_symlink()
    assert (tmp_path / "far" / "real.csv").read_bytes() == b"second"
    assert os.listdir(tmp_path / "far") == ["real.csv"]


def test_who_may_read_a_file_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "marks.csv"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_output(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def stopped(path: Path) -> None:
    """Somebody presses Ctrl-C while it is being written."""
    with output(path) as sink:
        sink.write(b"half")
        raise KeyboardInterrupt


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        stopped(path)

    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x.csv"]


@pytest.mark.parametrize("name", ["a" * (LONGEST_NAME - 4) + ".csv", "客" * 83 + ".csv"])
def test_the_longest_name_that_the_disk_takes_can_be_written(tmp_path: Path, name: str) -> None:
    write_output(tmp_path / name, b"x")

    assert os.listdir(tmp_path) == [name]


def refusal(path: Path) -> ReaderError:
    """What is said when this cannot be written."""
    with pytest.raises(ReaderError) as refused:
        write_output(path, b"x" * 100_000)
    return refused.value


def test_the_advice_fits_what_went_wrong_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "full.csv").symlink_to("/dev/full")
    advice = {
        "folder.csv": ("Name a file in it", "其中的文件名"),
        "full.csv": ("no room", "空间已满"),
        "a" * 300 + ".csv": ("Choose a shorter one", "改短"),
        "客" * 90 + ".csv": ("Choose a shorter one", "改短"),
        "/".join(["a" * 200] * 30): ("Choose a shorter one", "改短"),
        "nowhere/x.csv": ("a folder that exists", "已存在"),
    }

    for name, said in advice.items():
        text = refusal(tmp_path / name).text
        for language, words in zip(LANGUAGES, said, strict=True):
            assert words in text[language]
