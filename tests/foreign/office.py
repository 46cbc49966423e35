"""LibreOffice as a reader of what the lab writes; skipped where it is missing, unless it is required."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.chromium import is_required


def converted(file: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format, such as ``csv:…`` with its options."""
    program = shutil.which("soffice")
    if program is None and is_required():
        pytest.fail("There is no LibreOffice.")
    if program is None:
        pytest.skip("There is no LibreOffice.")
    command = [program, "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", suffix]
    subprocess.run(
        [*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300
    )
    return next(folder.glob(f"{file.stem}*.{suffix.partition(':')[0]}"))
