"""Starts a new file of the course from an example: the same text with another name in it."""

import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Final

from courseware.file_names import is_kept_by_windows
from courseware.problem import ReaderError
from courseware.replacing import replace_file
from courseware.text import Text

NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
"""What a file of the course is called, without .yaml: it is an id, an address, and a file anywhere."""
MOST: Final = 40

_SCHEMA: Final = re.compile(r"(?<=^# yaml-language-server: \$schema=).*$", re.MULTILINE)


def check_name(name: str) -> None:
    """A ReaderError tells what a name must look like if `name` cannot be that of a file of the course."""
    if not NAME.fullmatch(name) or len(name) > MOST:
        raise ReaderError(_NO_NAME.fill({"name": name[:MOST]}))
    if is_kept_by_windows(name):
        raise ReaderError(_TAKEN.fill({"name": name}))


def slug(title: str) -> str:
    """A file's name made of the Latin letters and digits of a title; empty if it has none to begin with.

    >>> slug("Why customers leave: 3 café stories"), slug("没有说出口的抱怨")
    ('why_customers_leave_3_cafe_stories', '')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^[\d_]+", "", "_".join(re.findall("[a-z0-9]+", plain)))[:MOST].strip("_")


def suggested_name(title: str, otherwise: str, is_taken: Callable[[str], bool]) -> str:
    """A name for a new file after its title; one that is free, numbered if need be.

    >>> suggested_name("Tea shop", "lesson", {"tea_shop"}.__contains__)
    'tea_shop_2'
    >>> suggested_name("茶馆", "lesson", {"lesson_1"}.__contains__)
    'lesson_2'
    """
    base = slug(title)
    whole = [base] if base else []
    numbered = (_numbered(base or otherwise, number) for number in count(2 if base else 1))
    return next(
        name for name in chain(whole, numbered) if not is_taken(name) and not is_kept_by_windows(name)
    )


def _numbered(name: str, number: int) -> str:
    ending = f"_{number}"
    return name[: MOST - len(ending)].rstrip("_") + ending


def filled(example: str, values: Mapping[str, str]) -> str:
    """The example with these values, as YAML, for its first keys of these names at the left margin.

    >>> filled("# id: x\\nid: example\\ntitle: {}\\n", {"id": "tea"})
    '# id: x\\nid: tea\\ntitle: {}\\n'
    """
    for key, value in values.items():
        before, _, after = re.split(rf"(?m)^({key}:.*)$", example, maxsplit=1)
        example = f"{before}{key}: {value}{after}"
    return example


def beside_schema(text: str, schema: Path, folder: Path) -> str:
    """The text with its first line naming `schema` as an editor finds it from `folder`."""
    try:
        way = Path(os.path.relpath(schema, folder)).as_posix()
    except ValueError:  # another drive
        way = schema.as_uri()
    return _SCHEMA.sub(lambda _: way, text, count=1)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; a ReaderError tells if it is, or if it cannot be written."""
    if path.exists():
        raise ReaderError(_THERE.fill({"file": path}))
    try:
        replace_file(path, text)
    except OSError as error:
        raise ReaderError(_REFUSED.fill({"file": path, "why": error.strerror or error})) from error


_NO_NAME: Final = Text(
    en="{name} cannot be a name here: small letters a to z and digits, a letter first, parts joined by "
    f"_ or -, at most {MOST} characters, no folder and no .yaml. For example: tea_shop.",
    zh="{name} 不能用作名称：请用小写字母 a–z 和数字，以字母开头，各部分用 _ 或 - 连接，"
    f"最多 {MOST} 个字符，不要写文件夹或 .yaml。例如：tea_shop。",
)
_TAKEN: Final = Text(
    en="Windows keeps the name {name} for itself. Choose another.",
    zh="{name} 是 Windows 的保留名称，请换一个。",
)
_THERE: Final = Text(
    en="{file} is there already. Choose another name, or open that file.",
    zh="{file} 已经存在。请换个名称，或直接打开那个文件。",
)
_REFUSED: Final = Text(
    en="{file} cannot be written ({why}). See that you may write into that folder.",
    zh="无法写入 {file}（{why}）。请确认你有权在那个文件夹里写文件。",
)
