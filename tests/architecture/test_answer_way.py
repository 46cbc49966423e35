"""The way of a response from the form into the record is as docs/architecture.md tells it."""

import re
from importlib import import_module
from typing import Final

import pytest

from tests.architecture.sources import ROOT

MOST: Final = 8
PARAGRAPH: Final = re.compile(r"\*\*An answer is sent\.\*\*(?:.+\n)+\n((?: {4}.+\n)+)")


def hops() -> list[str]:
    """The functions that the page names, in their order."""
    found = PARAGRAPH.search((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert found is not None
    return re.findall(r"[a-z_]+(?:\.[a-zA-Z_]+)+", found.group(1))


def test_a_response_is_in_the_record_and_on_the_page_in_eight_hops() -> None:
    assert 5 <= len(hops()) <= MOST


@pytest.mark.parametrize("hop", hops())
def test_each_hop_is_a_function_of_the_lab(hop: str) -> None:
    module, _, name = hop.rpartition(".")

    assert callable(getattr(import_module(module), name))
