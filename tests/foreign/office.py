"""LibreOffice as a reader of what the lab writes; skipped where it is missing, unless it is required."""

import subprocess
from pathlib import Path

from tests.programs import program


def converted(file: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format, such as ``csv:…`` with its options."""
    command = [
        program("soffice"),
        "--headless",
        f"-env:UserInstallation=file://{folder}/office",
        "--convert-to",
        suffix,
    ]
    subprocess.run(
        [*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300
    )
    return next(folder.glob(f"{file.stem}*.{suffix.partition(':')[0]}"))
