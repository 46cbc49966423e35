"""Every word that a page shows comes from a word file or from the course, and none is written in between."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.sources import ROOT

PAGES: Final = Path(__file__).with_name("every_word.py")


@pytest.mark.slow  # some fifty pages and papers are drawn in a process of their own
def test_no_page_and_no_paper_says_anything_of_its_own() -> None:
    # what the lab keeps of pages (drawn charts, cut slides) must neither come from another test nor go to one
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(PAGES)]
    told = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")

    assert told.returncode == 0, told.stdout
