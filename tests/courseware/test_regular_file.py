"""Only files are read: what else may lie in their place is told at once and keeps nobody waiting."""

import os
import re
import socket
from pathlib import Path

import pytest

from course.documents import read_document
from course.layers import Layers
from course.transfer import pack
from courseware.problem import ProblemsFoundError
from courseware.regular_file import NotAFileError, read_regular
from courseware.source import read_source

HAN = re.compile(r"[\u4e00-\u9fff]")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe that nobody writes into, where a file of the course should be."""
    path = tmp_path / "tea.yaml"
    os.mkfifo(path)
    return path


def test_a_pipe_in_place_of_a_lesson_or_bank_is_a_problem_and_no_wait(pipe: Path) -> None:
    for part in ("lessons", "bank"):
        (problem,) = read_document(part, pipe).problems

        assert "there is a pipe" in problem.message.en
        assert "管道" in problem.message.zh
        assert HAN.search(problem.advice.zh)


def test_a_course_with_a_pipe_in_it_is_not_packed(pipe: Path) -> None:
    with pytest.raises(ProblemsFoundError, match="there is a pipe"):
        pack({"lessons": Layers(pipe.parent), "bank": Layers(pipe.parent)})


def test_a_socket_and_a_device_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a.yaml")
        with pytest.raises(ProblemsFoundError, match="there is a socket"):
            read_source("a.yaml")
    with pytest.raises(NotAFileError, match="a device and no file"):
        read_regular(Path("/dev/zero"))


def test_a_file_and_a_link_to_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"tea")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert read_regular(tmp_path / "b") == b"tea"
    assert read_regular(tmp_path / "a", 2) == b"te"
