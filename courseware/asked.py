"""What a form beside a text asks for: the way to a value, its name, and how it is changed."""

from dataclasses import dataclass
from typing import Literal

from courseware.text import Text

Choice = tuple[str | int | bool, Text]


@dataclass(frozen=True)
class Asked:
    """What a form asks for: the way to it, where * stands for every item of a list, and its name.

    `kind` "text" is a sentence in two languages, which gives a field for each; "passage" the same over
    several lines; "several" are numbers out of the choices, asked for `beside` this key also where none is
    given yet. A name may have the number of the item in it, as ``{n}``.
    """

    path: tuple[str, ...]
    label: Text
    kind: Literal["text", "passage", "line", "number", "choice", "several"] = "text"
    choices: tuple[Choice, ...] = ()
    beside: str = ""
