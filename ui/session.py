"""What the session keeps for one reader: every value has a key with a type, and is asked for by it alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

T = TypeVar("T")


@dataclass(frozen=True)
class SessionKey(Generic[T]):
    """The key of one value: its name in the session, and what it is before anything was kept under it.

    A widget that keeps its value in the session takes the `name`.
    """

    name: str
    default: T

    def get(self) -> T:
        """What is kept, or the default."""
        found: T = _state().get(self.name, self.default)
        return found

    def set(self, value: T) -> None:
        """Keeps a value."""
        _state()[self.name] = value

    def begin(self, value: T) -> T:
        """What is kept; if nothing is, this value from now on."""
        found: T = _state().setdefault(self.name, value)
        return found

    def pop(self) -> T:
        """What was kept, which is forgotten, or the default."""
        found: T = _state().pop(self.name, self.default)
        return found

    @property
    def is_kept(self) -> bool:
        """Whether anything is kept, be it the default."""
        return self.name in _state()


@dataclass(frozen=True)
class SessionKeys(Generic[T]):
    """Keys of one kind, one for each lesson, question, file …: the name has a ``{}`` for each id."""

    name: str
    default: T

    def __call__(self, *ids: object) -> SessionKey[T]:
        """The key for these ids.

        >>> SessionKeys("step:{}", 1)("churn").name
        'step:churn'
        """
        return SessionKey(self.name.format(*ids), self.default)


def told_by(component: str, name: str) -> object:
    """What the component with this key tells under `name`; None if it tells nothing.

    A callback may be called when its page has been left: what the component kept is gone then, and what
    comes from a browser has any shape.
    """
    kept = SessionKey[object](component, None).get()
    return kept.get(name) if isinstance(kept, Mapping) else None


def forget_where(is_meant: Callable[[str], bool]) -> None:
    """Forgets all values whose names are meant."""
    for name in [str(name) for name in _state() if is_meant(str(name))]:
        del _state()[name]


def _state() -> Any:
    return st.session_state
