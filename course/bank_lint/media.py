"""Whether the pictures, sounds and videos of an item say what they are, are there and can be shown."""

from collections.abc import Iterator

from course.media import flaws_in, media_store
from courseware.text import LANGUAGES, Text
from exercises.item import Item, walk
from exercises.kind import Finding


def media(item: Item) -> Iterator[Finding]:
    """What keeps something in the texts of an item from being seen or heard."""
    for loc, text in walk(item, Text):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for words, flaw in flaws_in(text[language], media_store()):
                yield Finding((*loc, language), *flaw, "warning", at=words)
