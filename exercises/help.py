"""What a kind of question tells those who write with it: names, a form for its keys, parts to insert."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from courseware.asked import Asked
from courseware.text import Text


@dataclass(frozen=True)
class InsertedPart:
    """One more item of a list: what it is called, and its lines, with ``${1}`` where words are missing."""

    label: Text
    lines: str


@dataclass(frozen=True)
class WritersHelp:
    """What the desk, the terminal and the gallery show of a kind to those who write questions."""

    title: Text
    """The heading over its example."""
    offer: Text
    """One line: what kind of question it is."""
    example: Path
    """A bank with one question of the kind that is right as it stands; new banks begin with it."""
    form: tuple[Asked, ...]
    """Its own keys that a form asks for; what several kinds have is called the same in all of them."""
    parts: Mapping[str, InsertedPart]
    """What can be put into its lists, by the key of the list."""
