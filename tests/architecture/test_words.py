"""Words of the interface stand in word files, each under a name that is asked for and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

import pytest

from courseware.language import LANGUAGES
from courseware.words import read_words
from tests.architecture.sources import ROOT, modules, read, rooms, tracked, tree

FILES: Final = [path for path in tracked() if path.name == "words.yaml" or path.name.endswith(".words.yaml")]
OF_THE_INTERFACE: Final = [path for path in FILES if path.parts[0] != "simulations"]
"""The words of a simulation are of a form of their own: labels with units, formats and phrases."""
DRAWING: Final = {"ui", "web", "papers"}
"""Rooms that show pages."""
ANSWERING: Final = {
    "adapting",
    "own_address",
    "deck",
    "screens",
    "tongue",
    "exploration",
    "file_menu",
    "hosts",
    "insert_media",
    "key",
    "origin",
    "pace",
    "printing",
    "runs",
    "server",
    "settings",
    "uploads",
}
"""Modules of these rooms that say why somebody's input is not taken, beside the check that finds it."""
UNEQUAL: Final = {"words.yaml": {"stage_heading"}}
"""Chinese headings count in numerals of their own."""
_WRITTEN: Final = re.compile(r'content:\s*"[^"]*\w\w', re.UNICODE)
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


def _in_braces(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize("file", OF_THE_INTERFACE, ids=str)
def test_a_word_says_the_same_values_in_every_language(file: Path) -> None:
    words = read_words(ROOT / file)
    odd = {name for name, text in words.items() if len({_in_braces(text[one]) for one in LANGUAGES}) > 1}

    assert words
    assert odd <= UNEQUAL.get(file.name, set())


def files_asked(path: Path) -> dict[str, Path]:
    """The word files that a module asks by name, by what it calls them."""
    found = {"say": Path("courseware/interface.words.yaml"), "both": Path("courseware/interface.words.yaml")}
    for node in tree(path).body:
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "Words.beside":
            names = [one.value for one in node.value.args[1:] if isinstance(one, ast.Constant)]
            found[node.target.id] = path.with_name(str(names[0]) if names else "words.yaml")
    return found


def asked(path: Path) -> Iterator[tuple[int, Path, str]]:
    """Each word that a module asks for by a name written out: line, word file, name."""
    files = files_asked(path)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            called, name = ast.unparse(node.func).removesuffix(".say"), node.args[0]
        elif isinstance(node, ast.Subscript):
            called, name = ast.unparse(node.value), node.slice
        else:
            continue
        if called in files and isinstance(name, ast.Constant) and isinstance(name.value, str):
            yield node.lineno, files[called], name.value


def test_every_word_that_is_asked_for_by_name_is_there() -> None:
    shipped = [path for path in modules() if path.parts[0] in rooms() - {"simulations"}]
    wanted = [(path, *one) for path in shipped for one in asked(path)]
    missing = [
        f"{path}:{line}: {name}" for path, line, file, name in wanted if name not in read_words(ROOT / file)
    ]

    assert len(wanted) > 400
    assert missing == []


def spoken_inline(path: Path) -> Iterator[str]:
    """Each Text of a module whose words are written out there."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Text":
            said = [one.value for one in node.keywords if isinstance(one.value, ast.Constant)]
            if any(_LETTERS.search(str(one.value)) for one in said):
                yield f"{path}:{node.lineno}"


def test_pages_take_their_words_from_word_files() -> None:
    drawing = [path for path in modules() if path.parts[0] in DRAWING and path.stem not in ANSWERING]

    assert [place for path in drawing for place in spoken_inline(path)] == []


def test_style_sheets_say_nothing_of_their_own() -> None:
    sheets = [path for path in tracked() if path.suffix == ".css"]

    assert [f"{path}: {found[0]}" for path in sheets if (found := _WRITTEN.search(read(path)))] == []


def test_templates_and_scripts_have_no_words_in_chinese_and_so_none_in_both() -> None:
    files = [path for path in tracked() if path.parts[0] in DRAWING and path.suffix in (".js", ".html")]
    icons = "文A"

    assert [path for path in files if re.search("[\u4e00-\u9fff]", read(path).replace(icons, ""))] == []
