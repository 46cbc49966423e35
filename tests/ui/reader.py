"""Somebody who reads the lab without a browser: opens an address and sees what the page says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from courseware.text import Language
from tests.records import lay_record
from web import records

Reader = Literal["student", "assistant", "teacher", "pupil"]
"""As whom a page is looked at: the owner of the computer in one of three roles (a teacher is an instructor),
or the first student of the first class."""
SCRIPTS = Path(__file__).parent / "scripts"


@contextmanager
def own_record(where: Path | str) -> Iterator[None]:
    """A record of one's own: at an address, or in a folder, where an empty one is laid if there is none."""
    file = Path(where) / "lab.db"
    with pytest.MonkeyPatch.context() as patch:
        address = where if isinstance(where, str) else str(file if file.exists() else lay_record(file))
        patch.setenv("LAB_DATABASE_URL", address)
        records.forget()
        yield
        records.forget()


def open_page(path: str, language: Language, role: Reader = "student", /, **address: str) -> AppTest:
    """The page at ``/path?…`` after its first run, as the owner of the computer sees it in this role."""
    return page_at(path, language, role, **address).run()


def page_at(path: str, language: Language, role: Reader = "student", /, **address: str) -> AppTest:
    """The page at ``/path?…`` before its first run."""
    app = AppTest.from_file(SCRIPTS / f"as_{role}.py", default_timeout=30)
    # AppTest can name pages only by file; ours are functions, which a session knows by this number.
    app._page_hash = calc_hash(path) if path else ""
    app.query_params["lang"] = language
    for name, value in address.items():
        app.query_params[name] = value
    return app


def said(app: AppTest) -> str:
    """All that the page says in text, one piece a line; where a line may not end is nothing to a reader."""
    pieces = (str(piece.value) for piece in (*app.title, *app.markdown, *app.caption))
    return "\n".join(pieces).replace("\u00a0", " ")


def errors(app: AppTest) -> list[str]:
    """What went wrong on the page."""
    return [str(piece.value) for piece in (*app.error, *app.exception, *app.warning)]
