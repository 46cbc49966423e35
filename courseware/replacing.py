"""Replaces files as a whole: whoever reads one sees the old text or the new one, never half of either."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from courseware.regular_file import read_regular


def replace_file(path: Path, content: str | bytes) -> None:
    """Write a text or bytes beside the file and move it into its place; who may read it stays the same.

    The folder is made if it is missing. An OSError leaves the file as it was.
    """
    replace_files({path: content})


def replace_files(contents: Mapping[Path, str | bytes]) -> None:
    """Replace several files, all of them or none: an OSError leaves every file as it was."""
    before: dict[Path, bytes | None] = {}
    beside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            target = path.resolve()
            data = content.encode() if isinstance(content, str) else content
            beside[target] = _written_beside(target, data)
        for target, new in beside.items():
            kept = read_regular(target) if target.exists() else None
            new.replace(target)
            before[target] = kept
    except BaseException:
        for target, old in before.items():
            _put_back(target, old)
        raise
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _written_beside(target: Path, data: bytes) -> Path:
    """A new file in the same folder, wholly on the disk, with the permissions of the old one."""
    target.parent.mkdir(exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(mode)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _put_back(target: Path, old: bytes | None) -> None:
    with suppress(OSError):
        if old is None:
            target.unlink(missing_ok=True)
        else:
            _written_beside(target, old).replace(target)
