"""Watches the files of the course and tells what is to be mended, again at every change."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from watchfiles import watch as watched

from course.bank_text import judge_bank
from course.documents import document_at
from course.folders import Parts
from course.layers import FileStamp
from course.lesson_lint.unused import used_items
from course.media import FOLDER
from course.status import CourseStatus
from courseware.problem import Problem
from courseware.source import shown_path
from courseware.text import Language, Text

EVERY: Final = 0.4
"""Seconds after which the files are looked at even if the system tells of no change, as on some networks."""

Stamps = Mapping[str, FileStamp]


@dataclass(frozen=True)
class News:
    """What is to be mended now, and which files have been written, come or gone since the last news."""

    files: int
    changed: tuple[str, ...]
    problems: tuple[Problem, ...]

    def tell(self, language: Language) -> str:
        """All of it, one problem a line."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        values = {"files": self.files, "errors": errors, "warnings": len(self.problems) - errors}
        said = ["", _CHANGED.fill({"names": ", ".join(self.changed)})[language]] if self.changed else []
        said += [problem.show(language) for problem in self.problems]
        return "\n".join([*said, (_SOME if self.problems else _NONE).fill(values)[language]])


def news(course: Parts, ticks: Callable[[Parts], Iterator[object]] | None = None) -> Iterator[News]:
    """The state of the course at once, and again whenever a file of it has changed; never ends by itself.

    `ticks` says when to look: as soon as something in the folders has changed, and now and then.
    """
    seen: Stamps = {}
    is_first = True
    for _ in (ticks or _ticks)(course):
        stamps = _stamps(course)
        if is_first or stamps != seen:
            changed = () if is_first else tuple(_changed(seen, stamps))
            yield News(len(stamps), changed, _problems(course))
            seen, is_first = stamps, False


def _ticks(course: Parts) -> Iterator[object]:
    """One tick at once, then one for every change in the folders of the course and every moment without."""
    yield None
    while True:
        folders = _folders(course)
        try:
            yield from _while_there(folders, course)
        except OSError:  # a folder has gone, or the system can watch no more of them: look by the clock
            time.sleep(EVERY)
            yield None


def _while_there(folders: frozenset[Path], course: Parts) -> Iterator[object]:
    moments = watched(
        *folders,
        watch_filter=None,
        debounce=100,
        step=20,
        rust_timeout=int(EVERY * 1000),
        yield_on_timeout=True,
        recursive=False,
    )
    for changes in moments:
        yield changes
        if folders != _folders(course):
            return


def _folders(course: Parts) -> frozenset[Path]:
    """The folders of the course that are there, and the own one itself, in which a part may yet come."""
    parts = {folder for layers in course.values() for folder in layers.folders}
    parts |= {layers.own.parent for layers in course.values() if layers.own is not None}
    return frozenset(folder for folder in parts if folder.is_dir())


def _stamps(course: Parts) -> Stamps:
    return {shown_path(one.path): one for layers in course.values() for one in layers.stamps().values()}


def _changed(before: Stamps, now: Stamps) -> Iterator[str]:
    return (name for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name))


def _problems(course: Parts) -> tuple[Problem, ...]:
    """All problems of all files, in the order of files and lines; questions are tried with a few draws."""
    status = CourseStatus.of(course)
    found = {problem for problems in status.problems().values() for problem in problems}
    used = used_items(one.lesson for one in status.lessons.values() if one.lesson is not None)
    shown = tuple(course[FOLDER].stamps().values()) if FOLDER in course else ()
    for stamp in course["bank"].stamps().values():
        found |= set(_tried(stamp, used, shown))
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _tried(stamp: FileStamp, used: frozenset[str], _shown: tuple[FileStamp, ...]) -> tuple[Problem, ...]:
    """What shows when the questions of a bank are drawn, seen beside no other bank."""
    return judge_bank(document_at("bank", stamp), shown_path(stamp.path), used=used, others={})[0]


_CHANGED: Final = Text(en="Changed: {names}", zh="有改动：{names}")
_SOME: Final = Text(
    en="{files} files: {errors} errors, {warnings} warnings.",
    zh="{files} 个文件：{errors} 处错误，{warnings} 处提醒。",
)
_NONE: Final = Text(en="{files} files: nothing to mend.", zh="{files} 个文件：没有问题。")
