"""The formats in which questions travel; a module put here that offers a NAME and `write` is a new one."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import Final, Protocol

import interchange
from courseware.advice import did_you_mean
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import ExportedFile, Portable, RowReport, WantedLanguage
from interchange.spreadsheets.tables import is_table
from interchange.xuexitong.columns import is_sheet_of_questions

_QTI: Final = (b"assessmentItem", b"qti-assessment-item", b"questestinterop", b"assessmentTest")
"""With which of these a file of QTI begins."""

Brought = tuple[tuple[Portable, ...], tuple[RowReport, ...]]


class Write(Protocol):
    """Writes questions as one file; `name` is what the file is called, without its suffix."""

    def __call__(
        self, portables: Iterable[Portable], *, language: WantedLanguage, name: str = ...
    ) -> ExportedFile: ...


@dataclass(frozen=True)
class ExchangeFormat:
    """A format with its name for readers; `read` is None where it only goes out."""

    id: str
    name: Text
    write: Write
    read: Callable[[bytes], Brought] | None
    language: WantedLanguage
    """The language that its platforms expect."""


@cache
def formats() -> Mapping[str, ExchangeFormat]:
    """Every format by its id, which is the name of its module."""
    found = {}
    for name in sorted(info.name for info in iter_modules(interchange.__path__)):
        module = import_module(f"{interchange.__name__}.{name}")
        if hasattr(module, "NAME") and hasattr(module, "write"):
            found[name] = _format(name, module)
    if not found:
        raise RuntimeError("interchange/ holds no format")
    return MappingProxyType(found)


def find_format(id_: str) -> ExchangeFormat:
    """The format of this id; a ReaderError names the nearest."""
    known = formats()
    if id_ not in known:
        advice = did_you_mean(id_, tuple(known))
        raise ReaderError(_UNKNOWN.fill({"id": id_, "advice": advice}))
    return known[id_]


def guess_format(data: bytes) -> ExchangeFormat:
    """The format that a file seems to be in; one that nobody here reads is told when it is read."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        start = data[:4096].decode("utf-16", errors="ignore").lstrip().encode()
    is_zip, is_old = start.startswith(b"PK"), start.startswith(b"\xd0\xcf\x11\xe0")
    if is_zip and b"imsmanifest.xml" in data and b"[Content_Types].xml" not in data:
        return find_format("qti")
    if start.startswith(b"<") and any(name in start for name in _QTI):
        return find_format("qti")
    sheet = is_zip or is_old or _is_sheet(data, start)
    return find_format("xuexitong" if sheet else "moodle" if start.startswith(b"<") else "gift")


def _is_sheet(data: bytes, start: bytes) -> bool:
    """Whether it is a table of another kind; a text is looked into only if it soon speaks of questions."""
    asks = any("题".encode(code) in data[:4096] for code in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))
    return is_table(data) or (asks and not start.startswith(b"<") and is_sheet_of_questions(data))


def _format(name: str, module: ModuleType) -> ExchangeFormat:
    read = getattr(module, "read", None)
    return ExchangeFormat(name, module.NAME, module.write, read, getattr(module, "LANGUAGE", "both"))


_UNKNOWN: Final = Text(en="There is no format {id}. {advice}", zh="没有名为 {id} 的格式。{advice}")
