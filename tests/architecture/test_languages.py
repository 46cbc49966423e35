"""What a language is stands in one place: no other module asks which one it has before it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from courseware.language import LANGUAGES
from tests.architecture.sources import modules, rooms, tree

HOME: Final = Path("courseware/language.py")
OF_ONE_LANGUAGE: Final = {
    "adapting": "how each language writes names, and a place at which they are given to a form",
    "guessing": "words that give an answer away, which each language has of its own",
    "markdown_to_html": "what Moodle calls a language",
    "row": "how a sheet of Xuexitong writes a gap in each language",
    "locales": "the country of the customers, which is no fact of the language",
}
"""Modules that may keep a table by language, with the reason."""


def is_code(node: ast.expr) -> bool:
    """Whether this is the code of a language, or a row of such codes."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts) and all(map(is_code, node.elts))
    return isinstance(node, ast.Constant) and node.value in LANGUAGES


def choices(path: Path) -> Iterator[str]:
    """Each place of a module that tells languages apart by their codes."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Compare) and any(map(is_code, (node.left, *node.comparators))):
            yield f"{path}:{node.lineno}: compares with the code of a language"
        if isinstance(node, ast.IfExp) and any(map(is_code, (node.body, node.orelse))):
            yield f"{path}:{node.lineno}: chooses the code of a language"


def tables(path: Path) -> Iterator[str]:
    """Each table of a module that gives something written out for each language."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Dict) and _is_by_language(node) and all(map(is_written_out, node.values)):
            yield f"{path}:{node.lineno}: a table by language"


def _is_by_language(node: ast.Dict) -> bool:
    return {key.value for key in node.keys if isinstance(key, ast.Constant)} == set(LANGUAGES)


def is_written_out(node: ast.expr) -> bool:
    """Whether a value is known before the program runs: words, or a pattern."""
    words = node.args[0] if isinstance(node, ast.Call) and node.args else node
    return isinstance(words, ast.Constant)


def shipped() -> list[Path]:
    """The modules of the lab that may not know one language from another."""
    return [
        path
        for path in modules()
        if path.parts[0] in rooms() and not path.name.startswith("test_") and path != HOME
    ]


def test_no_module_asks_which_language_it_has() -> None:
    found = [place for path in shipped() for place in choices(path)]

    assert found == []  # a fact of the language belongs into `Conventions`, a sentence into a Text


def test_facts_of_a_language_stand_in_its_conventions() -> None:
    found = [place for path in shipped() if path.stem not in OF_ONE_LANGUAGE for place in tables(path)]

    assert found == []
