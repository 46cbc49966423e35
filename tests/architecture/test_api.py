"""The reference of the code: what its maker cannot read is told, and every room has its pages."""

import sys
from pathlib import Path

import pytest

from tests.architecture.sources import read
from tests.architecture.sources import rooms as of_the_contracts
from tools.api import build, modules, rooms


def test_the_reference_has_every_module_of_every_room_and_no_test() -> None:
    found = {name for room in rooms() for name in modules(room)}

    assert {name for name in found if "." not in name} == of_the_contracts()
    assert "simulations.satisfaction.model" in found
    assert "ui.main" not in found  # Streamlit runs it
    assert not {name for name in found if ".test_" in name}


def test_a_public_name_stands_in_the_reference_with_its_docstring(tmp_path: Path) -> None:
    complaints = build(["courseware.text"], tmp_path)

    page = (tmp_path / "courseware" / "text.html").read_text(encoding="utf-8")
    assert complaints == []
    assert 'id="Text.fill"' in page


def test_a_type_that_cannot_be_read_is_a_complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_example.py").write_text(
        '"""Broken."""\n\n\ndef go(step: "Stepp") -> None:\n    """Go."""\n'
    )
    monkeypatch.syspath_prepend(tmp_path)
    complaints = build(["broken_example"], tmp_path / "out")
    sys.modules.pop("broken_example", None)

    assert len(complaints) == 1
    assert "Stepp" in complaints[0]


def test_the_whole_reference_is_made_before_a_change_is_taken_in() -> None:
    assert "make api" in read(Path(".ci/run"))
