"""One word for one thing: no name for two classes, no retired noun, and a glossary that names every class."""

import ast
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tests.architecture.sources import ROOT, modules, tree

GLOSSARY: Final = ROOT / "docs" / "glossary.md"
ROOMS: Final = (
    "courseware",
    "datasets",
    "simulations",
    "exercises",
    "lessons",
    "course",
    "interchange",
    "papers",
    "authoring",
    "classroom",
    "web",
    "ui",
)

RETIRED: Final = frozenset(
    {
        "shelf",
        "shelves",
        "standing",
        "standings",
        "rehearsal",
        "soundness",
        "trouble",
        "troubles",
        "keeping",
        "tongue",
        "tongues",
        "knob",
        "knobs",
        "scene",
        "scenes",
        "mirror",
        "acts",
        "furnish",
        "wish",
        "void",
        "carry",
        "carrying",
    }
)
"""Words that had to be explained, and have the field's own noun in their place (see the glossary)."""

ALLOWED: Final[Mapping[str, str]] = {
    "web.front.descriptors": "'wish' is how many connections are wished for, one local name",
    "datasets.portrait": "'acts' is what a customer does",
    "simulations": "'wish', 'walk' and 'acts' are what customers do there",
}
"""Rooms and modules in which a retired word is an ordinary one."""


def named(path: Path) -> str:
    """A module by its dotted name."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def ours() -> Iterator[Path]:
    """Every module that is no test."""
    for path in modules():
        if path.parts[0] in ROOMS and not path.stem.startswith("test_"):
            yield path


def folder(path: Path) -> str:
    """The simulation that a module is of, empty for all other modules."""
    return path.parts[1] if path.parts[0] == "simulations" and len(path.parts) > 2 else ""


def classes(path: Path) -> Iterator[str]:
    """The classes that a module defines."""
    return (node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


@cache
def homes() -> Mapping[str, tuple[Path, ...]]:
    """The modules that define a class of this name."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in ours():
        for name in classes(path):
            found[name].append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def test_no_two_classes_have_one_name_but_in_simulations_that_do_not_know_each_other() -> None:
    twice = {
        name: [str(path) for path in paths]
        for name, paths in homes().items()
        if len({folder(path) or str(path) for path in paths}) < len(paths)
        or (len(paths) > 1 and not all(folder(path) for path in paths))
    }

    assert twice == {}


def words(name: str) -> set[str]:
    """The words that an identifier is made of."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def identifiers(path: Path) -> Iterator[str]:
    """Every name in a module, and that of the module itself."""
    yield named(path)
    with (ROOT / path).open("rb") as file:
        yield from (token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.NAME)


def test_no_identifier_and_no_module_uses_a_word_that_was_retired() -> None:
    found = {
        f"{path}: {name}"
        for path in ours()
        if not any(named(path) == one or named(path).startswith(f"{one}.") for one in ALLOWED)
        for name in set(identifiers(path))
        if words(name) & RETIRED
    }

    assert found == set()


def rows() -> Iterator[tuple[str, str]]:
    """The nouns of the glossary, each with its place."""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and (where := re.search(r"\| `([\w.]+)` \|", line)):
            yield line[2:].partition(" |")[0], where[1]


def test_each_noun_of_the_glossary_stands_there_once_and_names_a_place_that_exists() -> None:
    there = {named(path) for path in ours()}
    there |= {f"{named(path)}.{name}" for path in ours() for name in classes(path)}
    places = [place for _, place in rows()]
    nouns = [noun for noun, _ in rows()]

    assert len(places) > 100
    assert sorted(set(nouns)) == sorted(nouns)
    assert sorted(set(places)) == sorted(places)
    assert set(places) <= there


def test_the_glossary_names_every_public_class_outside_the_folders_of_simulations() -> None:
    public = {
        f"{named(path)}.{name}"
        for path in ours()
        if not folder(path)
        for name in classes(path)
        if not name.startswith("_")
    }

    assert public <= {place for _, place in rows()}
