"""Moodle XML, the format in which least is lost: written and read."""

from typing import Final

from courseware.text import Text
from interchange.moodle.reading import read
from interchange.moodle.writing import write

NAME: Final = Text(en="Moodle XML (most faithful)", zh="Moodle XML（保留得最全）")

__all__ = ["NAME", "read", "write"]
