"""A course as one zip: packed to the same bytes each time, unpacked only if nothing in it can do harm."""

import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from typing import Final

from course.media import FOLDER as MEDIA
from course.media import check_media, check_name
from courseware.file_names import is_kept_by_windows, is_trimmed_by_windows
from courseware.imported_files import FOLDER as IMPORTED
from courseware.imported_files import LARGE, MAX_FILE, check_imported
from courseware.imported_files import MAX_ALL as MAX_IMPORTED
from courseware.limits import MAX_BYTES
from courseware.media.formats import check_size
from courseware.problem import ReaderError
from courseware.source import decode
from courseware.text import Text

TEXTS: Final = ("lessons", "bank")
BYTES: Final = (MEDIA, IMPORTED)
PARTS: Final = (*TEXTS, *BYTES)
"""The folders of a course."""
MAX_FILES: Final = 400
MAX_TOTAL: Final = 4_000_000
"""Bytes of all texts together; thirteen lessons with their banks take a third of this."""
MAX_MEDIA: Final = 50_000_000
"""Bytes of all pictures, sounds and videos together: two videos, and two pictures a lesson."""

_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_NAME: Final = re.compile(r"[^\W_][\w .()-]{0,80}\.yaml")
_SAYS_UTF8: Final = 0x800
_ENTRY: Final = b"PK\x01\x02"
"""What each entry of a zip's table of contents begins with."""
UNREADABLE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the library raises for a zip that somebody has damaged or made up."""


Files = Mapping[str, str | bytes]
"""Files by their names in the course: texts, and the bytes of what these show or came from."""


def pack(files: Files) -> bytes:
    """These files as a zip; equal files give equal bytes.

    A ReaderError tells what could not be unpacked again.
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            how = zipfile.ZIP_DEFLATED if _folder(name) == IMPORTED else zipfile.ZIP_STORED
            packed.writestr(info, files[name], how)  # a text in UTF-8
    unpack(stream.getvalue())
    return stream.getvalue()


def unpack(data: bytes) -> Files:
    """The files in a zip by their names; nothing is written anywhere.

    A ReaderError tells what is wrong with the zip, ProblemsFoundError which byte of it is no text.
    """
    if len(data) > 2 * MAX_TOTAL + MAX_MEDIA + MAX_IMPORTED or data.count(_ENTRY) > MAX_FILES:
        raise ReaderError(_MUCH)
    try:
        with zipfile.ZipFile(BytesIO(data), metadata_encoding=_code_of_names(data)) as packed:
            chosen = _chosen(packed.infolist())
            files = {name: _read(packed, info) for name, info in chosen.items()}
    except ReaderError:
        raise
    except UNREADABLE as error:
        raise ReaderError(_NO_ZIP) from error
    return {name: _understood(name, data) for name, data in files.items()}


def _understood(name: str, data: bytes) -> str | bytes:
    """The text of a lesson or bank; the bytes of what they show or came from, if they are what they seem."""
    if _folder(name) not in BYTES:
        return decode(data, name)
    check = check_imported if _folder(name) == IMPORTED else check_media
    check(name.partition("/")[2], data)
    return data


def _folder(name: str) -> str:
    """The folder of the course in which a file lies."""
    return name.partition("/")[0]


def _code_of_names(data: bytes) -> str | None:
    """In which characters names are written that do not say so, as the Explorer of Windows does not.

    None stands for those of the first zips (CP437).
    """
    with zipfile.ZipFile(BytesIO(data)) as packed:
        silent = [info.orig_filename for info in packed.infolist() if not info.flag_bits & _SAYS_UTF8]
    written = "/".join(silent).encode("cp437")
    for code in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            written.decode(code)
            return code
    return None


def _chosen(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files to read, by their names in the course; everything else is refused, or litter."""
    for info in infos:
        _refuse_odd(info)
    files = [info for info in infos if not info.is_dir() and not _is_litter(info.filename)]
    if len({info.filename for info in files}) < len(files):
        raise ReaderError(_TWICE.fill({"name": _repeated(files)}))
    top = _common_top(files)
    chosen = {_name_in_course(info.filename, top): info for info in files}
    met: dict[str, str] = {}
    for name in chosen:
        same = unicodedata.normalize("NFKC", name).casefold()
        if same in met:
            raise ReaderError(_TWICE.fill({"name": name}))
        met[same] = name
    if not chosen:
        raise ReaderError(_NO_COURSE)
    for name, info in chosen.items():
        _check_size(name, info.file_size)
    for folders, most in ((TEXTS, MAX_TOTAL), ((MEDIA,), MAX_MEDIA), ((IMPORTED,), MAX_IMPORTED)):
        if sum(info.file_size for name, info in chosen.items() if _folder(name) in folders) > most:
            raise ReaderError(_MUCH)
    return chosen


def _refuse_odd(info: zipfile.ZipInfo) -> None:
    """Refuse an entry whose path leads elsewhere, or that is no plain file or folder."""
    for text in _oddities(info):
        raise ReaderError(text.fill({"name": _shown(info.orig_filename)}))


def _oddities(info: zipfile.ZipInfo) -> Iterator[Text]:
    name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
    if any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for char in name):
        yield _CONTROL
    if "\\" in name or name.startswith("/") or re.match(r"[A-Za-z]:", name):
        yield _ABSOLUTE
    parts = name.rstrip("/").split("/")
    if not {"", ".", ".."}.isdisjoint(parts):
        yield _OUTSIDE
    if len(parts) > 3 and parts[0] != "__MACOSX":
        yield _DEEP
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        yield _LINK
    if info.flag_bits & 0x41:
        yield _SECRET
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        yield _METHOD


def _is_litter(name: str) -> bool:
    """Whether an operating system left this in the zip without being asked."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in _LITTER


def _common_top(files: list[zipfile.ZipInfo]) -> str:
    """The one folder in which everything lies, if it is not a part of the course itself."""
    tops = {info.filename.partition("/")[0] for info in files}
    top = tops.pop() if len(tops) == 1 else ""
    return "" if not top or top in PARTS else f"{top}/"


def _name_in_course(name: str, top: str) -> str:
    inner = name.removeprefix(top)
    folder, _, file = inner.partition("/")
    if "/" in file:
        raise ReaderError(_DEEP.fill({"name": _shown(name)}))
    if folder == MEDIA:
        check_name(file)
        return inner
    if folder == IMPORTED:
        return inner
    if folder not in PARTS or not _NAME.fullmatch(file):
        raise ReaderError(_FOREIGN.fill({"name": _shown(name)}))
    if is_kept_by_windows(file) or is_trimmed_by_windows(file):
        raise ReaderError(_NOT_ON_WINDOWS.fill({"name": _shown(name)}))
    return inner


def _read(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a file, no more than its entry declares."""
    with packed.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise ReaderError(_NO_ZIP)
    return data


def _check_size(name: str, size: int) -> None:
    if _folder(name) == MEDIA:
        file = name.partition("/")[2]
        check_size(file, size, check_name(file))
    elif size > (MAX_FILE if _folder(name) == IMPORTED else MAX_BYTES):
        raise ReaderError((LARGE if _folder(name) == IMPORTED else _LARGE).fill({"name": _shown(name)}))


def _repeated(files: list[zipfile.ZipInfo]) -> str:
    names = [info.filename for info in files]
    return _shown(next(name for name in names if names.count(name) > 1))


def _shown(name: str) -> str:
    """A name as it may stand in a sentence: nothing invisible, nothing endless."""
    return "".join(char if char.isprintable() else "?" for char in name[:80])


_NO_ZIP: Final = Text(
    en="This is not a whole zip file, or it was damaged on its way. Ask for it again.",
    zh="这不是完整的 zip 文件，或在传送中损坏了。请重新获取。",
)
_NO_COURSE: Final = Text(
    en="There is no course in this zip: it should hold lessons/name.yaml or bank/name.yaml.",
    zh="这个 zip 里没有课程：其中应有 lessons/名称.yaml 或 bank/名称.yaml。",
)
_MUCH: Final = Text(
    en=f"There is more in this zip than a course has: at most {MAX_FILES} files, "
    f"{MAX_TOTAL // 1_000_000} MB of lessons and banks, {MAX_MEDIA // 1_000_000} MB of pictures, sounds and "
    f"videos, {MAX_IMPORTED // 1_000_000} MB of imported files.",
    zh=f"这个 zip 的内容超出一门课程：最多 {MAX_FILES} 个文件，课和题库合计 {MAX_TOTAL // 1_000_000} MB，"
    f"图片、声音和视频合计 {MAX_MEDIA // 1_000_000} MB，导入的来源文件合计 {MAX_IMPORTED // 1_000_000} MB。",
)
_LARGE: Final = Text(
    en=f"{{name}} in the zip is too large: a file of the course has at most {MAX_BYTES // 1_000_000} MB.",
    zh=f"zip 中的 {{name}} 太大：课程文件每个最多 {MAX_BYTES // 1_000_000} MB。",
)
_CONTROL: Final = Text(
    en="The name {name} in the zip holds characters that cannot be seen. Rename the file and pack it again.",
    zh="zip 中的文件名 {name} 含有看不见的字符。请改名后重新打包。",
)
_ABSOLUTE: Final = Text(
    en="{name} in the zip names a place on somebody's computer (a drive, a backslash or a leading slash). "
    "Pack the folders lessons, bank and media, nothing above them.",
    zh="zip 中的 {name} 指向某台电脑上的位置（盘符、反斜杠或开头的斜杠）。"
    "请只打包 lessons、bank 和 media 文件夹。",
)
_OUTSIDE: Final = Text(
    en="{name} in the zip leads out of the course folder, so nothing was read. Do not use this zip.",
    zh="zip 中的 {name} 会跑到课程文件夹之外，因此没有读取任何内容。请不要使用这个 zip。",
)
_DEEP: Final = Text(
    en="{name} lies too deep in the zip. Lessons lie in lessons/, questions in bank/, pictures, sounds and "
    "videos in media/, no folders in them.",
    zh="{name} 在 zip 中的位置太深。课放在 lessons/，题库放在 bank/，图片、声音和视频放在 media/，"
    "里面不再有文件夹。",
)
_LINK: Final = Text(
    en="{name} in the zip is a link or a device and no file. Pack the file itself.",
    zh="zip 中的 {name} 是链接或设备，不是文件。请打包文件本身。",
)
_SECRET: Final = Text(
    en="{name} in the zip is locked with a password. Pack it without one.",
    zh="zip 中的 {name} 加了密码。请不设密码重新打包。",
)
_METHOD: Final = Text(
    en="{name} is packed in a way that the lab does not unpack. Use an ordinary zip.",
    zh="{name} 的压缩方式实验室不支持。请使用普通的 zip。",
)
_TWICE: Final = Text(
    en="{name} is in the zip more than once (capital and small letters count as equal). Keep one of them.",
    zh="zip 中有不止一个 {name}（不区分大小写）。请只保留一个。",
)
_NOT_ON_WINDOWS: Final = Text(
    en="Windows cannot keep a file called {name}: the name is that of a device, or ends in a blank or a dot. "
    "Rename it and pack the zip again.",
    zh="Windows 存不下名为 {name} 的文件：这是设备的名称，或以空格、句点结尾。请改名后重新打包。",
)
_FOREIGN: Final = Text(
    en="{name} does not belong into a course: a zip holds lessons/name.yaml, bank/name.yaml, what the texts "
    "show in media/, and the files in imported/ that questions came from, only.",
    zh="{name} 不属于课程：zip 中只能有 lessons/名称.yaml、bank/名称.yaml、"
    "media/ 中的图片、声音和视频，以及 imported/ 中题目的来源文件。",
)
