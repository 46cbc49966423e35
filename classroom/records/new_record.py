"""A new class record begins: never as an empty file, and for nobody's eyes but its owner's."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkstemp


def make_folder(folder: Path) -> None:
    """The folder of the record, which its owner alone may enter if it has to be made."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def make_record(path: Path) -> None:
    """An empty database at `path`, unless another process has put one there meanwhile.

    SQLite would begin with a file of no bytes, which whoever is stopped then leaves behind, and which
    looks like a record that was emptied. So it is made beside its place, with its first page, and moved.
    The files of the journal get its permissions from SQLite.
    """
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600, whatever the umask
    os.close(handle)
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside)) as record:
            record.execute("PRAGMA user_version = 0")  # writes the first page
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def put_in_place(beside: Path, path: Path) -> bool:
    """Gives a file its own name without taking the place of another that came first; whether it has it."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):
        if path.exists():
            return False
        beside.rename(path)  # a file system without links, such as that of a memory stick
    return True


def sync(path: Path) -> None:
    """Returns once the disc has all of a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
