"""Small pictures, sounds and videos made by hand, and the folder of a course that they are put into."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from course import media
from course.layers import Layers
from course.media import FOLDER
from courseware.media.formats import ENDINGS

COLOUR: Final = (0, 114, 178)


def picture(
    form: str = "PNG", size: tuple[int, int] = (64, 40), colour: tuple[int, int, int] = COLOUR
) -> bytes:
    """A picture of one colour."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def sound() -> bytes:
    """A quarter of a second of silence as MP3: ten frames of 128 kbit/s in which nothing is coded."""
    return (b"\xff\xfb\x90\x64" + bytes(413)) * 10


def video() -> bytes:
    """One frame as WebM: the key frame of a lossy WebP picture in a container of its own."""
    webp = picture("WEBP")
    frame = webp[webp.index(b"VP8 ") + 8 :]
    head = _element(
        0x1A45DFA3, _element(0x4282, b"webm"), _element(0x4287, b"\x02"), _element(0x4285, b"\x02")
    )
    info = _element(
        0x1549A966, _element(0x2AD7B1, (1_000_000).to_bytes(3)), _element(0x4489, b"\x42\xc8\x00\x00")
    )
    shape = _element(0xE0, _element(0xB0, b"\x40"), _element(0xBA, b"\x28"))
    entry = (
        _element(0xD7, b"\x01"),
        _element(0x73C5, b"\x01"),
        _element(0x83, b"\x01"),
        _element(0x86, b"V_VP8"),
    )
    tracks = _element(0x1654AE6B, _element(0xAE, *entry, shape))
    block = _element(0xA3, b"\x81\x00\x00\x80" + frame)
    cluster = _element(0x1F43B675, _element(0xE7, b"\x00"), block)
    return head + _element(0x18538067, info, tracks, cluster)


def _element(name: int, *inside: bytes) -> bytes:
    """An element of EBML: its name, the length of what is in it in eight bytes, and that."""
    data = b"".join(inside)
    return name.to_bytes((name.bit_length() + 7) // 8) + (1 << 56 | len(data)).to_bytes(8) + data


FILES: Final = {"shop.png": picture(), "call.mp3": sound(), "visit.webm": video()}


@contextmanager
def showing(course: Path, files: dict[str, bytes] | None = None) -> Iterator[Path]:
    """Let the texts of the lab show these files of a folder, and nothing else of it be another course's."""
    folder, module = put(course, files), sys.modules["course.media.store"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "layers_in", lambda builtin, *_: Layers(builtin, folder, ENDINGS))
        _forget()
        yield folder
    _forget()


def _forget() -> None:
    for kept in (media.layers, media.media_store):
        kept.cache_clear()


def put(course: Path, files: dict[str, bytes] | None = None) -> Path:
    """The folder `media` of this course, with these files in it."""
    folder = course / FOLDER
    folder.mkdir(exist_ok=True)
    for name, data in (FILES if files is None else files).items():
        (folder / name).write_bytes(data)
    return folder
