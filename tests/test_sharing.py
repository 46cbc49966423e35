"""The tests of a file are run by one process, and those in a browser by whichever has time."""

import re

import pytest

from tests.architecture.sources import modules, read
from tests.sharing import group_of, named_in


@pytest.mark.parametrize(
    ("test", "group"),
    [
        ("tests/web/test_printing.py::test_a_page[a::b-@c]", "tests/web/test_printing.py"),
        ("web/sweeps.py::web.sweeps.Slider.values", "web/sweeps.py"),
        ("tests/browser/test_walk.py::test_keys[zh]", "tests/browser/test_walk.py::test_keys[zh]"),
        ("tests/browser/teacher/test_ways.py::test_a[en]", "desk"),
        ("tests/browser/teacher/test_desk.py::test_b", "desk"),
    ],
)
def test_a_test_is_grouped_by_its_file_or_by_the_group_that_its_file_names(test: str, group: str) -> None:
    assert group_of(test) == group


def test_each_mark_of_a_group_is_read() -> None:
    marked = [str(path) for path in modules() if re.search(r"^pytestmark.*xdist_group", read(path), re.M)]

    assert len(marked) > 5
    assert all(named_in(file) for file in marked)


@pytest.mark.parametrize("time", range(6))
def test_one_process_runs_all_tests_of_a_file(
    time: int, worker_id: str, testrun_uid: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = tmp_path_factory.getbasetemp().parent / f"sharing-{testrun_uid}"
    told.mkdir(exist_ok=True)
    (told / worker_id).touch()

    assert [one.name for one in told.iterdir()] == [worker_id]
