"""What all pages without a browser share: the installed packages are looked through once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.records import lay_record


@pytest.fixture(scope="session", autouse=True)
def _packages_scanned_once() -> Iterator[None]:
    """Each AppTest reads what all installed packages say of themselves: five times the work of its page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture
def where(file: Path) -> str:
    """A file; that a record is the same on a server is shown in tests/classroom."""
    return str(lay_record(file))
