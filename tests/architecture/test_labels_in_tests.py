"""A test asks for a button by the name of its word, so that nobody who mends a word breaks a test."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from courseware.interface import say
from courseware.language import LANGUAGES
from courseware.words import read_words
from tests.architecture.sources import ROOT, modules, tracked, tree

ASKING: Final = {"get_by_role", "get_by_text", "get_by_label", "get_by_placeholder", "to_have_text", "filter"}
"""Calls that look for words on a page."""
OTHERS: Final = {"Name", "step", "中文"}
"""A field of a part's own page, a key of a lesson's file, a language in itself: no words of the screen."""


def spoken() -> set[str]:
    """All that the screen says, in both languages."""
    names = ("words.yaml", "keys.words.yaml", "interface.words.yaml")
    files = [path for path in tracked() if path.name in names and path.parts[0] in ("ui", "courseware")]
    texts = [text for file in files for text in read_words(ROOT / file).values()]
    return {text[language] for text in texts for language in LANGUAGES}


def literals(call: ast.Call) -> Iterator[str]:
    """The words that a call looks for, where they are written out."""
    named = (word.value for word in call.keywords if word.arg in ("name", "has_text"))
    for value in (*call.args, *named):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def written_out(path: Path, words: set[str]) -> Iterator[str]:
    """Each place of a test at which a word of the screen is written out."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
            yield from (f"{path}:{node.lineno}: {said}" for said in literals(node) if said in words)


def test_no_test_writes_out_what_the_screen_says() -> None:
    words = spoken() - OTHERS
    tests = [path for path in modules() if path.parts[0] == "tests"]

    assert {say("check_answer", "en"), say("check_answer", "zh")} <= words
    assert [place for path in tests for place in written_out(path, words)] == []
