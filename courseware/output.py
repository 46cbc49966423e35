"""Writes a file that somebody named: whole or not at all, through links, with advice where it cannot be."""

import errno
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from courseware.problem import ReaderError
from courseware.text import Text

FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LONGEST_NAME: Final = 255
"""Bytes in a name, on nearly every disk; a Chinese character takes three."""


def write_output(path: Path, data: bytes) -> None:
    """Write all of `data` to `path`; a ReaderError says what to do where that cannot be."""
    with output(path) as sink:
        sink.write(data)


@contextmanager
def output(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place at the end, or vanishes if anything fails.

    A link is written through, and what is no file, such as a pipe, is written to as it is. A ReaderError
    says what to do where `path` cannot be written.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as sink:
                yield sink
            return
        with _beside(target) as sink:
            yield sink
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    if len(target.name.encode()) > LONGEST_NAME:
        raise OSError(errno.ENAMETOOLONG, "File name too long")
    # A name of its own, as short as can be: what fits beside it must not be too long itself.
    part = target.with_name(f".{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as sink:
            yield sink
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> ReaderError:
    """What is said of a file that cannot be written: why, and what to do."""
    if error.errno == errno.EISDIR:
        return ReaderError(_FOLDER.fill({"path": path, "inside": path / f"data{path.suffix or '.csv'}"}))
    if error.errno == errno.ENAMETOOLONG:
        return ReaderError(_TOO_LONG.fill({"name": path.name[:20], "most": LONGEST_NAME}))
    said = _NO_ROOM if error.errno in FULL else _PLACE
    return ReaderError(said.fill({"path": path, "why": error.strerror or type(error).__name__}))


_FOLDER: Final = Text(
    en="{path} cannot be written: it is a folder. Name a file in it, such as {inside}.",
    zh="无法写入 {path}：它是文件夹。请写出其中的文件名，例如 {inside}。",
)
_TOO_LONG: Final = Text(
    en="A file whose name begins with {name} cannot be written: the name or its path is too long. Choose a "
    "shorter one; a name has at most {most} bytes, and a Chinese character takes three.",
    zh="无法写入名称以 {name} 开头的文件：文件名或路径太长。请改短一些；"
    "文件名最多 {most} 字节，一个汉字占三个字节。",
)
_NO_ROOM: Final = Text(
    en="{path} cannot be written ({why}): there is no room left. Delete what is no longer needed, or choose "
    "a place on another disk.",
    zh="无法写入 {path}（{why}）：空间已满。请删除不再需要的文件，或换到另一块磁盘。",
)
_PLACE: Final = Text(
    en="{path} cannot be written ({why}). Choose a folder that exists and that you may write to, and close "
    "the file if another program has it open.",
    zh="无法写入 {path}（{why}）。请选一个已存在且有写入权限的文件夹；如果文件正被其他程序打开，请先关闭。",
)
