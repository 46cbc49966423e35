"""Where each task of the lessons can be solved, searched through its whole box of settings."""

import pytest

from course.bank_lint import search_findings
from tests.content.shelf import QUESTIONS

TASKS = sorted(name for name, one in QUESTIONS.items() if one.kind == "target")


@pytest.mark.slow  # some hundreds of runs of a simulation for each task
@pytest.mark.parametrize("name", TASKS)
def test_a_task_is_neither_a_gift_nor_a_needle_nor_two_islands(name: str) -> None:
    assert [one.message.en for one in search_findings(QUESTIONS[name])] == []
