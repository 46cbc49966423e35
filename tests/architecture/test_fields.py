"""A field of a question has its module on every surface, and nobody else asks which field it is."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import pytest

from exercises.fields import Field
from exercises.portable.question import PortableKind
from tests.architecture.sources import ROOT, modules, tree

FIELDS: Final = {
    field.__name__: field.__module__.rpartition(".")[2] for field in get_args(get_args(Field)[0])
}
"""Each field with the name of its modules."""
SURFACES: Final = (
    "exercises/fields",
    "exercises/portable/fields",
    "papers/fields",
    "ui/fields",
    "ui/present/fields",
)
MATCHES: Final = {
    "classroom/live/questions.py",
    "exercises/portable/answers.py",
    "papers/fields/__init__.py",
    "ui/fields/__init__.py",
    "ui/present/fields/__init__.py",
}
"""Where one function hands each field to its module; the type checker sees that none is left out."""


def asked(path: Path) -> Iterator[str]:
    """Each place of a module at which it asks which field it has."""
    for node in ast.walk(tree(path)):
        names: list[ast.expr] = []
        if isinstance(node, ast.MatchClass):
            names = [node.cls]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            names = [one for one in ast.walk(node.args[1]) if isinstance(one, ast.expr)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            names = node.args if node.func.attr == "register" else []
        if any(isinstance(one, ast.Name) and one.id in FIELDS for one in names):
            yield f"{path}:{names[0].lineno}"


@pytest.mark.parametrize("surface", SURFACES)
def test_every_field_has_its_module_on_every_surface(surface: str) -> None:
    assert {name for name in FIELDS.values() if not (ROOT / surface / f"{name}.py").is_file()} == set()


def test_only_one_function_of_each_surface_and_the_kind_that_draws_it_ask_which_field_it_is() -> None:
    rooms = [
        path for path in modules() if path.parts[0] != "tests" and path.parts[:2] != ("exercises", "kinds")
    ]
    found = {str(path): list(asked(path)) for path in rooms}

    assert all(found[name] for name in MATCHES)
    assert [place for name, places in found.items() if name not in MATCHES for place in places] == []


def test_no_table_lists_the_portable_kinds_for_a_table_is_not_checked_for_what_it_lacks() -> None:
    kinds = set(get_args(PortableKind)) - {"cloze"}  # which no sheet can hold
    tables = {
        str(path)
        for path in modules()
        if path.parts[0] != "tests"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Dict)
        if kinds <= {key.value for key in node.keys if isinstance(key, ast.Constant)}
    }

    assert tables == set()
