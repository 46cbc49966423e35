"""The files in the folder `media` of the course, each judged once and again when it changes."""

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

from course.layers import FileStamp, Layers, layers_in
from courseware.media.formats import ENDINGS, FOLDER, MOST, MediaKind, check_media, check_name, check_size
from courseware.problem import ReaderError
from courseware.regular_file import NotAFileError, read_regular
from courseware.text import Text

PREFIX: Final = "/lab-media"
"""Where the lab serves these files."""
_BUILT_IN: Final = Path(__file__).resolve().parents[2] / "lessons" / FOLDER


@dataclass(frozen=True)
class MediaFile:
    """A file that may be shown, with the digest of its bytes.

    The digest stands in its address, so that the address changes with the file, and nobody can guess the
    address of what he has not been shown yet.
    """

    name: str
    path: Path
    kind: MediaKind
    media_type: str
    digest: str

    @property
    def address(self) -> str:
        """Where a page of the lab finds it."""
        return f"{PREFIX}/{self.digest}/{quote(self.name)}"

    def data(self) -> bytes:
        """Its bytes; an OSError if it has gone meanwhile."""
        return read_regular(self.path, MOST[self.kind])


class MediaStore:
    """The files of one course; a file of the own course covers the built-in one of its name.

    `coming` names files that are about to be added, so that texts may show them already.
    """

    def __init__(self, where: Layers, coming: frozenset[str] = frozenset()) -> None:
        self._layers, self._coming = where, coming

    def names(self) -> tuple[str, ...]:
        """The names of all files that are there or to come."""
        there = (path.name for path in self._layers.files())
        return tuple(sorted({*there, *self._coming}))

    def with_coming(self, names: frozenset[str]) -> "MediaStore":
        """The same store, to which files of these names will be added."""
        return MediaStore(self._layers, names)

    def find(self, name: str) -> MediaFile | None:
        """The file of this name if it is there and may be shown."""
        found = self._judged(name)
        return found if isinstance(found, MediaFile) else None

    def at(self, digest: str, name: str) -> MediaFile | None:
        """The file at this address; None if there is none, or another by now."""
        found = self.find(name)
        return found if found is not None and found.digest == digest else None

    def flaw(self, name: str) -> Text | None:
        """Why the file of this name cannot be shown; None if it can, or if there is none."""
        found = self._judged(name)
        return found.text if isinstance(found, ReaderError) else None

    def is_there(self, name: str) -> bool:
        """Whether a file of this name is there, good or bad, or is about to be added."""
        return name in self._coming or self._judged(name) is not None

    def _judged(self, name: str) -> MediaFile | ReaderError | None:
        try:
            check_name(name)
        except ReaderError as error:
            return error
        path = self._layers.path(name)
        try:
            facts = path.stat()
        except (OSError, ValueError):
            return None
        return _judge(FileStamp(path, facts.st_mtime_ns, facts.st_size, facts.st_ino))


@lru_cache(maxsize=512)
def _judge(stamp: FileStamp) -> MediaFile | ReaderError:
    path, name = stamp.path, stamp.path.name
    try:
        form = check_name(name)
        check_size(name, stamp.size, form)
        if path.resolve().parent != path.parent.resolve():
            return ReaderError(_LINK.fill({"name": name}))
        data = read_regular(path, MOST[form.kind] + 1)
        check_media(name, data)
    except ReaderError as error:
        return error
    except NotAFileError as error:
        return ReaderError(error.text)
    except (OSError, RuntimeError):
        return ReaderError(_UNREADABLE.fill({"name": name}))
    return MediaFile(name, path, form.kind, form.media_type, sha256(data).hexdigest()[:32])


@cache
def layers() -> Layers:
    """The folders in force: the built-in one, under that of the own course if LAB_COURSE names one."""
    return layers_in(_BUILT_IN, FOLDER, os.environ, ENDINGS)


@cache
def media_store() -> MediaStore:
    """The files of the course in force."""
    return MediaStore(layers())


_LINK: Final = Text(
    en="{name} is a link that leads out of the folder media. Put the file itself there.",
    zh="{name} 是指向 media 文件夹之外的链接。请把文件本身放进去。",
)
_UNREADABLE: Final = Text(
    en="{name} cannot be read. See that it is a file and that you may read it.",
    zh="无法读取 {name}。请确认它是文件，而且你有读取权限。",
)
