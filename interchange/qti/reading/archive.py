"""The items of a QTI package: what the manifest lists, and what it and the test say of each."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from course.archive import UNREADABLE
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.qti.reading.item import Described
from interchange.qti.reading.tree import every, qti_tree, walk
from interchange.uploads import MOST_QUESTIONS, check_length
from interchange.xml_tree import Element

LONGEST: Final = 30_000_000
"""Bytes of a package, pictures in it included."""
MOST_UNPACKED: Final = 12_000_000
"""Bytes of all the files of words that are read in it."""
_MOST_TAGS: Final = 300_000
_MOST_PARTS: Final = 10_000
_MANIFEST: Final = "imsmanifest.xml"
_ITEM: Final = re.compile(r"imsqti_item_xmlv[23]p\d", re.IGNORECASE)
_TEST: Final = re.compile(r"imsqti_(?:test|assessment)_xmlv[23]p\d", re.IGNORECASE)
_EARLIER: Final = re.compile(r"imsqti_xmlv1p\d", re.IGNORECASE)
_POINT: Final = re.compile(r"curriculum-(\d{1,3})", re.IGNORECASE)
_LEVELS: Final = {"very easy": 1, "easy": 1, "medium": 2, "difficult": 3, "very difficult": 3}
_SETTINGS: Final = (
    *("timelimits", "selection", "ordering", "precondition", "branchrule", "weight", "itemsessioncontrol"),
    *("testfeedback", "rubricblock"),
)


@dataclass(frozen=True)
class PackagedItem:
    """A file of the package that is listed as an item, and what is said of it elsewhere."""

    name: str
    data: bytes
    described: Described


@dataclass(frozen=True)
class Package:
    """The items in the order of the manifest, and what of the test around them was left behind."""

    items: tuple[PackagedItem, ...]
    settings: tuple[str, ...]


def unpack(data: bytes) -> Package:
    """What a package holds; a ReaderError says why it cannot be read."""
    check_length(data, LONGEST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _package(_PackageParts(archive))
    except UNREADABLE as error:
        raise error if isinstance(error, ReaderError) else ReaderError(_NO_ZIP) from error


class _PackageParts:
    """The files inside, read one by one until all of them together are too much."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        if len(archive.infolist()) > _MOST_PARTS:
            raise ReaderError(_TOO_MUCH)
        self._archive = archive
        self.names = frozenset(archive.namelist())
        self._left, self._tags = MOST_UNPACKED, _MOST_TAGS

    def read(self, name: str) -> bytes:
        with self._archive.open(name) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        self._tags -= data.count(b"<")
        if self._left < 0 or self._tags < 0:
            raise ReaderError(_TOO_MUCH)
        return data


def _package(parts: _PackageParts) -> Package:
    manifests = sorted((one for one in parts.names if posixpath.basename(one) == _MANIFEST), key=len)
    if not manifests:
        raise ReaderError(_NO_MANIFEST)
    root = qti_tree(parts.read(manifests[0]))
    folder = posixpath.dirname(manifests[0])
    resources = every(root, "resource")
    tests = {name: qti_tree(parts.read(name)) for name in _tests(resources, folder) if name in parts.names}
    places = {name: path for file, test in tests.items() for name, path in _sections(test, file)}
    items: list[PackagedItem] = []
    for resource in resources:
        name = _file(resource, folder)
        if _is(resource, _ITEM) and name in parts.names and len(items) <= MOST_QUESTIONS:
            described = replace(_described(resource), category=places.get(name, ()))
            items.append(PackagedItem(name, parts.read(name), described))
    if not items:
        raise ReaderError(OLD if any(_is(one, _EARLIER) for one in resources) else _NO_ITEMS)
    settings = {one.tag for test in tests.values() for one in walk(test) if one.tag in _SETTINGS}
    return Package(tuple(items), tuple(sorted(settings)))


def _is(resource: Element, kind: re.Pattern[str]) -> bool:
    return kind.match(resource.attributes.get("type", "")) is not None


def _tests(resources: list[Element], folder: str) -> list[str]:
    return [_file(one, folder) for one in resources if _is(one, _TEST)]


def _file(reference: Element, folder: str) -> str:
    """The file that is referred to from a folder, as the package names it."""
    return posixpath.normpath(posixpath.join(folder, unquote(reference.attributes.get("href", ""))))


def _described(resource: Element) -> Described:
    words = [one.said("langstring") or one.said("string") or one.said() for one in every(resource, "keyword")]
    points = tuple(int(found[1]) for one in words if (found := _POINT.fullmatch(one)))
    levels = [one.said("value", "langstring") or one.said("value") for one in every(resource, "difficulty")]
    known = [_LEVELS[one] for one in levels if one in _LEVELS]
    tags = tuple(one for one in dict.fromkeys(words) if one and not _POINT.fullmatch(one))
    return Described((), tuple(dict.fromkeys(filter(None, points))), tags, (known or [2])[0])


def _sections(test: Element, file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The file of each item that the test calls, and the titles of the sections around it."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(test, ())]
    while waiting:
        here, path = waiting.pop()
        for one in here.inside:
            if one.tag == "assessmentitemref":
                yield _file(one, posixpath.dirname(file)), path
            title = one.attributes.get("title", "").strip() if one.tag == "assessmentsection" else ""
            waiting.append((one, (*path, title) if title else path))


_NO_ZIP: Final = Text(
    en="This is not a whole zip file, or it was damaged on its way. Export the package again.",
    zh="这不是完整的 zip 文件，或在传送中损坏了。请重新导出内容包。",
)
_NO_MANIFEST: Final = Text(
    en="There is no imsmanifest.xml in this zip, so it is no QTI package.",
    zh="这个 zip 里没有 imsmanifest.xml，不是 QTI 内容包。",
)
_NO_ITEMS: Final = Text(
    en="The manifest of this package lists no QTI items.", zh="内容包的清单里没有列出 QTI 题目。"
)
OLD: Final = Text(
    en="This is QTI 1.2, as Canvas Classic and Blackboard write it. Export it as QTI 2.1 or 2.2 "
    "(Canvas: New Quizzes), or bring it in through Moodle.",
    zh="这是 QTI 1.2（Canvas 经典测验、Blackboard 等导出）。请导出为 QTI 2.1 或 2.2"
    "（Canvas：New Quizzes），或先导入 Moodle 再从那里导出。",
)
_TOO_MUCH: Final = Text(
    en="There is more in this package than the lab reads; split it into several.",
    zh="内容包过大，请拆成几个。",
)
