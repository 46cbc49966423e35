"""The version of this lab, as pyproject.toml states it."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def lab_version() -> str:
    """The version, read once; the file is part of every copy of the lab."""
    file = Path(__file__).resolve().parents[1] / "pyproject.toml"
    version: str = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"]
    return version
