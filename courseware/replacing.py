"""Replaces a file as a whole: whoever reads it sees the old text or the new one, never half of either."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def replace_file(path: Path, text: str) -> None:
    """Write `text` beside the file and move it into its place; who may read it stays the same.

    The folder is made if it is missing. An OSError leaves the file as it was.
    """
    target = path.resolve()
    target.parent.mkdir(exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise
