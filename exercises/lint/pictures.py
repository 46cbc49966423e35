"""Whether the pictures of an item are there and say what they show."""

from collections.abc import Iterator
from pathlib import Path

from courseware.pictures import flaws, pictures_in
from courseware.text import LANGUAGES, Text
from exercises.item import Item, walk
from exercises.kind import Finding


def pictures(item: Item, folder: Path) -> Iterator[Finding]:
    """What is wrong with the pictures in the texts of an item whose bank lies in `folder`."""
    for loc, text in walk(item, Text):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for picture in pictures_in(text[language]):
                for sentence in flaws(picture, folder):
                    yield Finding((*loc, language), *sentence, "warning")
