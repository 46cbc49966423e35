"""One word that fits where the cursor stands."""

from dataclasses import dataclass
from typing import Final, Literal

from courseware.text import Text

SuggestionKind = Literal["key", "value", "part", "name", "term"]

MOST: Final = 400
"""More suggestions than this help nobody."""


@dataclass(frozen=True)
class Suggestion:
    """A word, what is written for it, and what it means.

    `insert` takes the place of the word before the cursor. Further lines are indented as seen from its
    first; ``${1:word}`` and ``${2}`` are places to fill in. `kind` tells keys, values, whole parts,
    names of things in the lab, and terms of the glossary apart. `label` is what the list shows instead
    of a word that says nothing by itself, such as a number.
    """

    value: str
    insert: str
    about: Text
    kind: SuggestionKind
    label: Text | None = None


def plain(word: str) -> str:
    r"""Words as they are, in an `insert` that also has places to fill in.

    >>> plain("5 $")
    '5 \\$'
    """
    return word.replace("\\", "\\\\").replace("$", "\\$").replace("`", "\\`")


def as_value(word: str) -> str:
    """A word as it stands behind a colon: in quotes where YAML would take it for something else.

    >>> as_value(">="), as_value("read")
    ('">="', 'read')
    """
    is_safe = word.replace("_", "").replace("-", "").replace(".", "").replace("/", "").isalnum()
    return word if is_safe and not word[0].isdigit() else f'"{word}"'
