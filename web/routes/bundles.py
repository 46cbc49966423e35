"""Streamlit's own scripts and styles: which there are, which a page needs first, each packed once."""

import gzip
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

FOLDER: Final = Path(st.__file__).parent / "static"
KINDS: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_IMPORT: Final = re.compile(r"""from["']\./([\w.-]+\.js)["']|import["']\./([\w.-]+\.js)["']""")
_SOON: Final = ("BidiComponent", "Slider", "Metric", "Button", "ButtonGroup")
"""Parts that Streamlit fetches only when it meets them, which nearly every page of the lab holds."""


@cache
def _names() -> frozenset[str]:
    """What may be asked for: the files that were there at the first request."""
    return frozenset(
        f"/{path.relative_to(FOLDER).as_posix()}" for path in FOLDER.rglob("*") if path.suffix in KINDS
    )


@cache
def packed(address: str) -> bytes | None:
    """The gzipped file at this address, or None if Streamlit has no such script or style."""
    if address not in _names():
        return None
    return gzip.compress((FOLDER / address.lstrip("/")).read_bytes(), 6, mtime=0)


@cache
def soon() -> tuple[str, ...]:
    """The addresses of the parts that nearly every page needs, with all they import."""
    scripts = FOLDER / "static" / "js"
    first = [path.name for name in _SOON for path in scripts.glob(f"{name}.*.js")]
    return tuple(f"/static/js/{name}" for name in sorted(_with_imports(scripts, first)))


def _with_imports(scripts: Path, names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found or not (scripts / name).is_file():
            continue
        found.add(name)
        text = (scripts / name).read_text(encoding="utf-8")
        waiting += [one or other for one, other in _IMPORT.findall(text)]
    return found


def pack_ahead() -> None:
    """Packs what the first visitor will ask for."""
    page = (FOLDER / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'"\./(static/(?:js|css)/[\w.-]+)"', page)
    for address in (*soon(), *(f"/{name}" for name in named)):
        packed(address)
