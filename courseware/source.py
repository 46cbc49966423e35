"""A file that a teacher wrote: its text, its values, and the line on which each of them stands."""

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel

from courseware.compose import compose, too_large
from courseware.encoding import guess_code
from courseware.limits import MAX_BYTES
from courseware.problem import Problem, ProblemsFoundError, Severity
from courseware.regular_file import NotAFileError, read_regular
from courseware.text import Text
from courseware.tree import Location, find, place_of, value_of
from courseware.validation import validated

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Source:
    """One YAML file as it was read; nothing ever writes it back, so comments survive."""

    file: str
    text: str
    value: object
    root: yaml.Node = field(repr=False, compare=False)

    def place(self, location: Location) -> tuple[int, int]:
        """Line and column (from 1) of the value at `location`, or of the nearest thing around it.

        >>> parse("a:\\n  - b: 1", "x.yaml").place(["a", 0, "b"])
        (2, 8)
        """
        return place_of(find(self.root, location)[0])

    def problem(
        self,
        location: Location,
        message: Text,
        advice: Text,
        *,
        at_key: bool = False,
        at: str = "",
        severity: Severity = "error",
    ) -> Problem:
        """A Problem that points at the value at `location`, at its key, or at the words `at` in it."""
        node, key = find(self.root, location)
        line, column = place_of(key if at_key and key is not None else node)
        if at:
            line, column = self._place_of_words(at, node)
        return Problem(self.file, line, column, ".".join(map(str, location)), message, advice, severity)

    def _place_of_words(self, words: str, node: yaml.Node) -> tuple[int, int]:
        """Where `words` first stand in the text of a value; its beginning if they are broken up there."""
        first, start = place_of(node)
        lines = self.text.split("\n")[first - 1 : node.end_mark.line + 1]
        for number, line in enumerate(lines):
            column = line.find(words, 0 if number else start - 1)
            if column >= 0:
                return first + number, column + 1
        return first, start


def parse(text: str, file: str) -> Source:
    """Read YAML text; raises ProblemsFoundError for anything that is not plain, modest YAML.

    >>> parse("open: yes", "x.yaml").value
    {'open': 'yes'}
    """
    root = compose(text, file)
    return Source(file, text, value_of(root, file), root)


def read_source(path: str | PathLike[str]) -> Source:
    """Read a YAML file; raises ProblemsFoundError if it cannot be read or is not plain, modest YAML."""
    file = shown_path(path)
    return parse(read_text(Path(path), file), file)


def read_text(path: Path, file: str) -> str:
    """The text of a file that is called `file` where a problem is told; raises ProblemsFoundError."""
    try:
        data = read_regular(path, MAX_BYTES + 1)
    except NotAFileError as error:
        raise ProblemsFoundError([Problem(file, 1, 1, "", error.text, _MOVE)]) from error
    except (OSError, ValueError) as error:
        message, advice = _ABSENT if isinstance(error, FileNotFoundError) else _UNREADABLE
        raise ProblemsFoundError([Problem(file, 1, 1, "", message, advice)]) from error
    if len(data) > MAX_BYTES:
        raise too_large(file, path.stat().st_size)
    return decode(data, file)


def decode(data: bytes, file: str) -> str:
    """The bytes as UTF-8 text; raises ProblemsFoundError with the place of the first byte that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _NOT_UTF8[0].fill({"byte": f"0x{error.object[error.start]:02X}"})
        guess = guess_code(data)
        advice = _GUESSED.fill({"code": guess.code}) if guess else _NOT_UTF8[1]
        raise ProblemsFoundError([Problem(file, line, column, "", message, advice)]) from error


def validate(source: Source, model: type[M], *, one_language_will_do: bool = False) -> M:
    """The source as a `model`; raises ProblemsFoundError with every problem and its place.

    Types are strict, as in JSON: a number in quotes is no number. A "before" validator of a model
    sees lists and has to return tuples where its field is a tuple. With `one_language_will_do` a
    Text may lack a language; the other one stands in for it.
    """
    return validated(source.root, source.value, source.file, model, one_language_will_do=one_language_will_do)


def load(path: str | PathLike[str], model: type[M]) -> M:
    """Read a YAML file as a `model`; raises ProblemsFoundError with every problem and its place."""
    return validate(read_source(path), model)


def shown_path(path: str | PathLike[str]) -> str:
    """The path as a teacher would type it: from the current folder if it lies in it."""
    given = Path(path)
    try:
        return given.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError, RuntimeError):
        return str(given)


_ABSENT = (
    Text(en="There is no such file.", zh="没有这个文件。"),
    Text(en="Look at how its name is spelt.", zh="请检查文件名是否写对。"),
)
_MOVE = Text(
    en="Move it out of the folder of the course, and put a file there.",
    zh="请把它移出课程文件夹，换成真正的文件。",
)
_UNREADABLE = (
    Text(en="The file cannot be read.", zh="无法读取这个文件。"),
    Text(en="See that it is a file and that you may read it.", zh="请确认它是文件，而且你有读取权限。"),
)
_NOT_UTF8 = (
    Text(en="The byte {byte} is not UTF-8 text.", zh="字节 {byte} 不是 UTF-8 文字。"),
    Text(en="Save the file in your editor as UTF-8.", zh="请在编辑器中另存为 UTF-8 编码。"),
)
_GUESSED = Text(
    en="The file seems to be in {code}: save it in your editor as UTF-8, "
    "or open it at the desk and convert it.",
    zh="文件似乎是 {code} 编码：请在编辑器中另存为 UTF-8，或在备课台打开并转换。",
)
