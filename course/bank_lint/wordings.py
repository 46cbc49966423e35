"""Whether the texts of an item use the words and signs of the field."""

from collections.abc import Iterator

from courseware.text import Text
from courseware.wording import slips
from exercises.item import Item, walk
from exercises.kind import Finding


def wordings(item: Item) -> Iterator[Finding]:
    """Slips of wording in the texts of an item, with the language they stand in."""
    for loc, text in walk(item, Text):
        for language, (message, advice) in slips(text):
            yield Finding((*loc, language), message, advice, "warning")
