"""Files that questions were imported from: kept as they came, under a name that tells what is in them."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

FOLDER: Final = "imported"
"""The folder of a course, beside its banks, in which they lie."""
MAX_FILE: Final = 5_000_000
"""Bytes of one of them: what a teacher may hand in at the desk."""
MAX_ALL: Final = 20_000_000
"""Bytes of all of them in one course."""
_PLAIN: Final = r"[a-z0-9][a-z0-9_]{0,40}-[0-9a-f]{12}\.[a-z]{3,4}"
NAME: Final = f"^{_PLAIN}$"
IN_TEXT: Final = re.compile(rf"(?<![\w.-]){_PLAIN}(?![\w.-])")
"""Where the text of a bank names one of them."""


def imported_name(data: bytes, bank: str, suffix: str) -> str:
    """The name under which a file is kept: equal contents have equal names, others never the same.

    >>> imported_name(b"::a:: b {T}", "quiz.one", "txt")
    'quiz_one-1604be4cd5bf.txt'
    """
    stem = re.sub(r"[^a-z0-9]+", "_", bank.lower()).strip("_")[:40] or "file"
    return f"{stem}-{_digest(data)}.{suffix}"


def check_imported(name: str, data: bytes) -> None:
    """A ReaderError if the name is none of ours, or the contents are not those that it tells."""
    if not re.fullmatch(_PLAIN, name) or name.rpartition(".")[0].rpartition("-")[2] != _digest(data):
        raise ReaderError(_OTHER.fill({"name": name[:80]}))
    if len(data) > MAX_FILE:
        raise ReaderError(LARGE.fill({"name": name[:80]}))


def imported_folder(bank: Path) -> Path:
    """Where the files lie from which the questions of a bank came."""
    return bank.parent.parent / FOLDER


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]


_OTHER: Final = Text(
    en="{name} is not the file that its name tells, so somebody has changed it. Import the questions again.",
    zh="{name} 的内容与文件名不符，可能被改动过。请重新导入题目。",
)
LARGE: Final = Text(
    en=f"{{name}} is too large: a file from which questions came has at most {MAX_FILE // 10**6} MB.",
    zh=f"{{name}} 太大：题目的来源文件最多 {MAX_FILE // 10**6} MB。",
)
