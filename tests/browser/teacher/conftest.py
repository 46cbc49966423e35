"""A lab with a teacher's own course, and a lesson in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.examples.lesson import EXAMPLE
from tests.browser.server import Lab, lab_in
from tests.browser.teacher.hands import FILE, LESSON


@pytest.fixture(scope="package")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a teacher's own course."""
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="package")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The lab with a course of one's own."""
    with lab_in(tmp_path_factory.mktemp("lab"), {"LAB_COURSE": str(course)}) as running:
        yield running


@pytest.fixture
def lesson(course: Path) -> Iterator[Path]:
    """The file of a lesson that a teacher has begun before."""
    file = course / FILE
    file.parent.mkdir(exist_ok=True)
    text = EXAMPLE.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^id: .*$", f"id: {LESSON}", text, count=1), encoding="utf-8")
    yield file
    file.unlink(missing_ok=True)
