"""Reads a file only if it is one: a pipe, a socket or a device in its place would keep everybody waiting."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from courseware.text import Text

_NOT_A_FILE: Final = Text(
    en="A file was expected here, and there is a {kind}.", zh="此处应为文件，现在却是{kind}。"
)
_KINDS: Final = {
    stat.S_IFIFO: Text(en="pipe", zh="管道"),
    stat.S_IFSOCK: Text(en="socket", zh="套接字"),
    stat.S_IFCHR: Text(en="device", zh="设备"),
    stat.S_IFBLK: Text(en="device", zh="设备"),
    stat.S_IFDIR: Text(en="folder", zh="文件夹"),
}
_OTHER: Final = Text(en="thing of another kind", zh="其他东西")


class NotAFileError(OSError):
    """What is there is no regular file; `text` says what it is."""

    def __init__(self, path: Path, mode: int) -> None:
        kind = _KINDS.get(stat.S_IFMT(mode), _OTHER)
        self.text = _NOT_A_FILE.fill({"kind": kind})
        super().__init__(errno.EINVAL, f"a {kind.en} and no file", str(path))


def read_regular(path: Path, most: int = -1) -> bytes:
    """The first `most` bytes of a file, or all; a NotAFileError at once if it is no regular file.

    It is looked at before it is opened, for opening a device may do something, and again afterwards,
    for another may have come into its place; opening never waits.
    """
    _refuse_other(path, os.stat(path).st_mode)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        _refuse_other(path, os.fstat(handle).st_mode)
        return stream.read(most)


def _refuse_other(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFileError(path, mode)
