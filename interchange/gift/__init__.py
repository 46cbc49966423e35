"""GIFT, the plain text in which Moodle and many others take questions: written and read."""

from typing import Final

from courseware.text import Text
from interchange.gift.reading import read
from interchange.gift.writing import write

NAME: Final = Text(en="GIFT (Moodle and others, plain text)", zh="GIFT（Moodle 等平台的纯文本格式）")

__all__ = ["NAME", "read", "write"]
