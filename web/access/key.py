"""The key of the teachers: set by the school, or made once and kept where only this account can read it."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from classroom import folder_in
from courseware.problem import ReaderError
from courseware.text import Text

SETTING: Final = "LAB_DESK_KEY"
FILE: Final = "desk.key"
FEWEST: Final = 12
"""The fewest characters of a key, so that it cannot be guessed even by who may try as often as he likes."""

_SHORT: Final = Text(
    en="LAB_DESK_KEY should have at least {fewest} characters; it has {length}. "
    "Set a longer one, or leave it empty and the lab makes one itself.",
    zh="LAB_DESK_KEY 至少要有 {fewest} 个字符，现在只有 {length} 个。"
    "请换一个更长的，或留空，由实验室自动生成。",
)
_UNREADABLE: Final = Text(
    en="The key of the desk cannot be kept in {file} ({why}). "
    "See that this folder can be written to, or set LAB_DESK_KEY.",
    zh="无法把备课台的密钥保存到 {file}（{why}）。请确认该文件夹可以写入，或设置 LAB_DESK_KEY。",
)


@dataclass(frozen=True)
class Key:
    """What opens the desk; `is_set` tells whether somebody chose it, so that it is always asked for."""

    value: str = field(repr=False)
    is_set: bool

    @property
    def digest(self) -> str:
        """What sessions are tied to: they end when the key is changed. It does not tell the key."""
        return hashlib.sha256(b"sessions of " + self.value.encode()).hexdigest()

    def fits(self, given: str) -> bool:
        """Whether this is the key; equally long for every wrong one."""
        return hmac.compare_digest(_digest(given), _digest(self.value))


def _digest(text: str) -> bytes:
    """Of one length whatever is sent, and without letters that cannot be compared."""
    return hashlib.sha256(text.encode(errors="replace")).digest()


def read_key(environ: Mapping[str, str], folder: Path) -> Key:
    """The key that the environment sets, else the one in `folder`, made now if there is none.

    A ReaderError says if the one is too short or the other cannot be kept.
    """
    given = environ.get(SETTING, "").strip()
    if given:
        if len(given) < FEWEST:
            raise ReaderError(_SHORT.fill({"fewest": FEWEST, "length": len(given)}))
        return Key(given, is_set=True)
    try:
        return Key(_kept(folder / FILE), is_set=False)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise ReaderError(_UNREADABLE.fill({"file": folder / FILE, "why": why})) from error


def _kept(file: Path) -> str:
    """The key in the file; whoever starts at the same moment finds the same one."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _make(file)
    return file.read_text(encoding="utf-8").strip() or _renewed(file)


def _make(file: Path) -> None:
    handle, name = mkstemp(dir=file.parent, prefix=f".{FILE}.")  # readable by this account alone
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(f"{secrets.token_urlsafe(24)}\n")
        with suppress(FileExistsError):
            os.link(name, file)
    finally:
        Path(name).unlink()


def _renewed(file: Path) -> str:
    """The key of a file that somebody emptied."""
    file.unlink()
    _make(file)
    return file.read_text(encoding="utf-8").strip()


@cache
def key_here() -> Key:
    """The key of this lab, read once, beside its record."""
    return read_key(os.environ, folder_in(os.environ))


def forget() -> None:
    """Reads the key anew when it is asked for next."""
    key_here.cache_clear()
