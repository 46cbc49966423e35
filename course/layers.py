"""A teacher's own course: a folder whose files cover the built-in ones of their name or stand beside them."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

VARIABLE: Final = "LAB_COURSE"
"""The variable that names the folder; without it the built-in files themselves are edited."""

_LAB: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class FileStamp:
    """A file as it was at one moment: another stamp means that somebody has written it since."""

    path: Path
    written_at: int
    size: int
    number: int
    """Its number on the disk; a file that is moved into the place of another brings its own."""


@dataclass(frozen=True)
class Layers:
    """Two folders of files, one on the other: a file of `own` covers the built-in one of its name.

    `own` need not exist yet; without it, the built-in files are all there is. Files are told by the
    `endings` of their names, which are those of YAML files if nothing else is said.
    """

    builtin: Path
    own: Path | None = None
    endings: tuple[str, ...] = ("yaml",)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are looked at, the built-in one first."""
        return (self.builtin,) if self.own is None else (self.builtin, self.own)

    def files(self) -> tuple[Path, ...]:
        """The files in force, one a name, in the order of their names; hidden ones are left out."""
        found = {path.name: path for folder in self.folders for path in self._files_in(folder)}
        return tuple(found[name] for name in sorted(found))

    def by_layer(self) -> tuple[Path, ...]:
        """The same, the own ones last, so that of two files that disagree the own one is blamed."""
        return tuple(sorted(self.files(), key=lambda path: (self.is_own(path.name), path.name)))

    def stamps(self) -> dict[str, FileStamp]:
        """The files in force by their names as they are now, the own ones last."""
        found = {}
        for path in self.by_layer():
            with suppress(OSError):  # gone between listing and looking: the next look will tell
                facts = path.stat()
                found[path.name] = FileStamp(path, facts.st_mtime_ns, facts.st_size, facts.st_ino)
        return found

    def path(self, name: str) -> Path:
        """Where the file of this name is read, or would stand among the built-in ones if there is none."""
        if self.own is not None and self.is_own(name):
            return self.own / name
        return self.builtin / name

    def target(self, name: str) -> Path:
        """Where saving writes the file of this name: into the own folder if there is one."""
        return (self.own or self.builtin) / name

    def is_own(self, name: str) -> bool:
        """Whether the teacher's own folder holds a file of this name."""
        return self.own is not None and (self.own / name).is_file()

    def _files_in(self, folder: Path) -> list[Path]:
        endings = {f".{ending}" for ending in self.endings}
        shown = (path for path in folder.glob("*.*") if not path.name.startswith("."))
        return [path for path in shown if path.suffix.lower() in endings]


def own_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder that LAB_COURSE names, as it is written there; None if it names none.

    A ReaderError tells what to do if the folder is missing or cannot be used. An empty one is fine.
    """
    folder = named_folder(environ)
    if folder is None:
        return None
    why = _MISSING if not folder.exists() else _FILE if not folder.is_dir() else None
    if why is None and not os.access(folder, os.R_OK | os.X_OK):
        why = _CLOSED
    if why is not None:
        raise ReaderError(why.fill({"folder": folder}))
    return folder


def named_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder that LAB_COURSE names, whether it is there or not; a ReaderError if it cannot be one."""
    said = environ.get(VARIABLE, "").strip()
    if not said:
        return None
    try:
        folder = Path(said).expanduser()
        whole = folder.resolve()
        folder.exists()
    except (OSError, RuntimeError, ValueError) as error:  # no such user, a link to itself, a locked folder
        raise ReaderError(_CLOSED.fill({"folder": said})) from error
    if whole == _LAB or any(whole.is_relative_to(_LAB / room) for room in _ROOMS):
        raise ReaderError(_INSIDE.fill({"folder": folder}))
    return folder


def make_own_folder(environ: Mapping[str, str]) -> None:
    """Make the folder that LAB_COURSE names if it is missing; a ReaderError if that cannot be done."""
    folder = named_folder(environ)
    if folder is None:
        return
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        own_folder(environ)  # tells that it is a file
    except OSError as error:
        raise ReaderError(_NOT_MADE.fill({"folder": folder, "why": error.strerror or error})) from error


def layers_in(
    builtin: Path, part: str, environ: Mapping[str, str], endings: tuple[str, ...] = ("yaml",)
) -> Layers:
    """The built-in folder under the `part` (lessons, bank, media) of the own course, if there is one."""
    own = own_folder(environ)
    return Layers(builtin, None if own is None else own / part, endings)


_ROOMS: Final = (
    *("courseware", "datasets", "simulations", "exercises", "lessons", "course", "interchange"),
    *("papers", "authoring", "classroom", "web", "ui"),
)
_MISSING: Final = Text(
    en="LAB_COURSE names the folder {folder}, which is not there. Make it with mkdir, or let "
    "python -m lessons new NAME make it together with your first lesson.",
    zh="LAB_COURSE 指定的文件夹 {folder} 不存在。请先新建它（mkdir），"
    "或运行 python -m lessons new 名称，连同第一课一起建好。",
)
_FILE: Final = Text(
    en="LAB_COURSE names {folder}, which is a file. Name the folder that holds your course.",
    zh="LAB_COURSE 指定的 {folder} 是一个文件。请改为存放课程的文件夹。",
)
_CLOSED: Final = Text(
    en="The folder {folder} that LAB_COURSE names may not be read. Change its permissions, or name another.",
    zh="没有权限读取 LAB_COURSE 指定的文件夹 {folder}。请修改权限，或换一个文件夹。",
)
_NOT_MADE: Final = Text(
    en="The folder {folder} that LAB_COURSE names cannot be made ({why}). Make it yourself, or name another.",
    zh="无法新建 LAB_COURSE 指定的文件夹 {folder}（{why}）。请自己新建，或换一个文件夹。",
)
_INSIDE: Final = Text(
    en="LAB_COURSE names {folder}, which belongs to the lab itself. Name a folder of your own.",
    zh="LAB_COURSE 指定的 {folder} 是实验室自身的文件夹。请换成你自己的文件夹。",
)
