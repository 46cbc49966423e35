"""The kinds of questions; a folder put here that offers a KIND is a new kind, with no other edit."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from exercises.kind import QuestionKind


def discover(folders: Iterable[str], package: str) -> Mapping[str, QuestionKind[Any]]:
    """Every kind in these folders by its name; a RuntimeError if one offers none, or there are none."""
    found: dict[str, QuestionKind[Any]] = {}
    for module in sorted(info.name for info in iter_modules(folders)):
        if module.startswith("test_"):
            continue
        kind = getattr(import_module(f"{package}.{module}"), "KIND", None)
        if kind is None:
            raise RuntimeError(f"exercises/kinds/{module} must offer a KIND")
        found[kind.name] = kind
    if not found:
        raise RuntimeError("exercises/kinds/ holds no kind of question")
    return MappingProxyType(found)


@cache
def catalogue() -> Mapping[str, QuestionKind[Any]]:
    """Every kind of question by its name."""
    return discover(__path__, __name__)
