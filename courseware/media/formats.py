"""Which files may be shown or heard: by name, by what is in them, and by size."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Final, Literal

from courseware.file_names import is_kept_by_windows, is_trimmed_by_windows
from courseware.problem import ReaderError
from courseware.text import Text

MediaKind = Literal["picture", "sound", "video"]

FOLDER: Final = "media"
"""The folder of a course in which these files lie, and the beginning of their addresses in a text."""
MEGABYTE: Final = 1024 * 1024
MOST: Final[Mapping[MediaKind, int]] = MappingProxyType(
    {"picture": 2 * MEGABYTE, "sound": 5 * MEGABYTE, "video": 20 * MEGABYTE}
)
"""Bytes of one file; a class of a hundred on the wireless network of a school loads it at once."""
MOST_PIXELS: Final = 25_000_000
"""A browser unpacks every pixel to four bytes; a phone that has to unpack more than this closes the page."""

_NAME: Final = re.compile(r"[^\W_][\w.-]{0,80}")


@dataclass(frozen=True)
class MediaFormat:
    """One kind of file: the endings of its names, its media type, and how its bytes begin."""

    kind: MediaKind
    media_type: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]


def _mp3(data: bytes) -> bool:
    return data.startswith(b"ID3") or (
        data[:1] == b"\xff" and data[1:2] in {b"\xfb", b"\xfa", b"\xf3", b"\xf2"}
    )


def _mp4(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


FORMATS: Final = (
    MediaFormat("picture", "image/png", ("png",), lambda data: data.startswith(b"\x89PNG\r\n\x1a\n")),
    MediaFormat("picture", "image/jpeg", ("jpg", "jpeg"), lambda data: data.startswith(b"\xff\xd8\xff")),
    MediaFormat(
        "picture", "image/webp", ("webp",), lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    ),
    MediaFormat("picture", "image/gif", ("gif",), lambda data: data[:6] in {b"GIF87a", b"GIF89a"}),
    MediaFormat("sound", "audio/mpeg", ("mp3",), _mp3),
    MediaFormat("sound", "audio/ogg", ("ogg",), lambda data: data.startswith(b"OggS")),
    MediaFormat("sound", "audio/mp4", ("m4a",), _mp4),
    MediaFormat("video", "video/mp4", ("mp4",), _mp4),
    MediaFormat(
        "video", "video/webm", ("webm",), lambda data: data[:4] == b"\x1aE\xdf\xa3" and b"webm" in data[:64]
    ),
)
"""SVG is none of them: it may hold scripts and call other computers."""
BY_ENDING: Final = MappingProxyType({ending: one for one in FORMATS for ending in one.endings})
ENDINGS: Final = tuple(BY_ENDING)


def check_name(name: str) -> MediaFormat:
    """What a file of this name must hold; a ReaderError says why it can have no such name.

    >>> check_name("queue.png").media_type
    'image/png'
    """
    if not _NAME.fullmatch(name) or is_kept_by_windows(name) or is_trimmed_by_windows(name):
        raise ReaderError(_BAD_NAME.fill({"name": name[:80]}))
    found = BY_ENDING.get(name.rpartition(".")[2].lower()) if "." in name else None
    if found is None:
        raise ReaderError(_BAD_ENDING.fill({"name": name[:80]}))
    return found


def check_media(name: str, data: bytes) -> MediaFormat:
    """The format of this file; a ReaderError says why it cannot be shown: its name, size or content."""
    form = check_name(name)
    check_size(name, len(data), form)
    if not form.begins(data):
        raise ReaderError(_is_not(name, data, form))
    if form.kind == "picture":
        _check_picture(name, data)
    return form


def check_size(name: str, size: int, form: MediaFormat) -> None:
    """A ReaderError if a file has more bytes than its kind may have."""
    if size > MOST[form.kind]:
        values = {"name": name, "size": f"{size / MEGABYTE:.1f}", "most": MOST[form.kind] // MEGABYTE}
        raise ReaderError(_LARGE[form.kind].fill(values))


def _is_not(name: str, data: bytes, form: MediaFormat) -> Text:
    """What the file holds instead of what its name says."""
    really = next((one for one in FORMATS if one.begins(data)), None)
    values = {"name": name, "said": form.endings[0].upper()}
    if really is None:
        return _NONE_OF_THEM.fill(values)
    return _ANOTHER.fill({**values, "really": really.endings[0].upper(), "ending": really.endings[0]})


def _check_picture(name: str, data: bytes) -> None:
    """A ReaderError if the picture is broken, or unpacks to more pixels than a phone can hold."""
    from PIL import Image, UnidentifiedImageError  # takes a tenth of a second, and most files are no pictures

    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReaderError(_BROKEN.fill({"name": name})) from error
    if width * height > MOST_PIXELS:
        raise ReaderError(_WIDE.fill({"name": name, "width": width, "height": height}))


_KINDS: Final = Text(
    en="pictures (png, jpg, webp, gif), sounds (mp3, ogg, m4a) and videos (mp4, webm)",
    zh="图片（png、jpg、webp、gif）、声音（mp3、ogg、m4a）和视频（mp4、webm）",
)
_BAD_NAME: Final = Text(
    en="A file cannot be called {name}: letters, digits, hyphens, dots and underscores, at most 80 of them, "
    "no blanks. Rename it, for example queue.png.",
    zh="文件不能叫 {name}：只能用文字、数字、连字符、句点和下划线，最多 80 个，不能有空格。"
    "请改名，例如 queue.png。",
)
_BAD_ENDING: Final = Text(
    en=f"{{name}} is no file that the lab shows: it shows {_KINDS.en}. Save it in one of these formats; "
    "a drawing (svg) as png.",
    zh=f"实验室不能显示 {{name}}：可用的有{_KINDS.zh}。请另存为其中一种格式，矢量图（svg）可存为 png。",
)
_LARGE: Final[Mapping[MediaKind, Text]] = MappingProxyType(
    {
        "picture": Text(
            en="The picture {name} has {size} MB; at most {most} are allowed. Save it smaller: "
            "1920 pixels across are enough for a hall.",
            zh="图片 {name} 有 {size} MB，最多 {most} MB。请缩小后保存，宽 1920 像素在教室里就够清楚。",
        ),
        "sound": Text(
            en="The sound {name} has {size} MB; at most {most} are allowed. Cut it, or save it as mp3 with "
            "96 kbit/s: five minutes then have 4 MB.",
            zh="声音 {name} 有 {size} MB，最多 {most} MB。请剪短，或存为 96 kbit/s 的 mp3（五分钟约 4 MB）。",
        ),
        "video": Text(
            en="The video {name} has {size} MB; at most {most} are allowed. Cut it, or save it with 720 "
            "lines and 1 Mbit/s: two minutes then have 15 MB.",
            zh="视频 {name} 有 {size} MB，最多 {most} MB。请剪短，或存为 720p、1 Mbit/s（两分钟约 15 MB）。",
        ),
    }
)
_ANOTHER: Final = Text(
    en="{name} is called {said}, and holds {really}. Give it the ending .{ending}.",
    zh="{name} 的后缀是 {said}，内容却是 {really}。请把后缀改成 .{ending}。",
)
_NONE_OF_THEM: Final = Text(
    en=f"{{name}} is called {{said}}, and holds none of what the lab shows: {_KINDS.en}. "
    "Open it in a program that knows it, and save it anew.",
    zh=f"{{name}} 的后缀是 {{said}}，内容却不是实验室能显示的格式：{_KINDS.zh}。请用能打开它的软件另存一次。",
)
_BROKEN: Final = Text(
    en="The picture {name} is broken and cannot be opened. Save it anew.",
    zh="图片 {name} 已损坏，无法打开。请重新保存。",
)
_WIDE: Final = Text(
    en=f"The picture {{name}} has {{width}} × {{height}} pixels; phones open at most "
    f"{MOST_PIXELS // 1_000_000} million. Save it smaller: 1920 across are enough for a hall.",
    zh=f"图片 {{name}} 有 {{width}} × {{height}} 像素，手机最多能打开 {MOST_PIXELS // 10_000} 万像素。"
    "请缩小后保存，宽 1920 像素就够清楚。",
)
