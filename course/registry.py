"""Keeps the last good version of every file in a folder: a saved one shows at once, a broken one never."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from threading import Lock
from typing import Final

from course.documents import Document, Part, document_at
from course.layers import FileStamp, Layers

EVERY: Final = 0.2
"""Seconds within which files are not looked at again."""


class FileRegistry(ABC):
    """The files of one part of a course; safe to share between threads.

    Own files lie over the built-in ones. Their times are looked at when something is asked, at most once
    in `every` seconds by `clock`; what has changed is read, then all are judged again, for one may name
    the other.
    """

    part: Part

    def __init__(self, where: Layers | Path, clock: Callable[[], float], every: float) -> None:
        self._layers = Layers(where) if isinstance(where, Path) else where
        self._clock, self._every, self._looked = clock, every, -every
        self._lock = Lock()
        self._documents: Mapping[str, Document] = {}
        self._seen: object = None

    def look(self) -> None:
        """Look at the files now, whenever the last look was: for whoever has just written one."""
        with self._lock:
            self._look()

    @abstractmethod
    def _judge(self, documents: Mapping[str, Document]) -> None:
        """Keep what is good of these files, and the problems of the others."""

    def _around(self) -> Hashable:
        """What the judgement depends on beside the files: another value has them judged again."""
        return None

    def _current(self) -> None:
        """Look at the files if the last look was long enough ago, or found none."""
        with self._lock:
            if self._clock() - self._looked >= self._every or not self._documents:
                self._look()

    def _look(self) -> None:
        self._looked = self._clock()
        stamps: Mapping[str, FileStamp] = self._layers.stamps()
        around = self._around()
        if self._seen != (stamps, around):
            self._documents = {name: document_at(self.part, stamp) for name, stamp in stamps.items()}
            self._judge(self._documents)
            self._seen = (stamps, around)
