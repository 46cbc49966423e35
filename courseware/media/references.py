"""Finds what a text shows: `![what it shows](media/queue.png)`, the same for sounds and videos."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from courseware.media.formats import BY_ENDING, FOLDER, MediaKind

_REFERENCE: Final = re.compile(
    r"(?P<code>(?<!`)(?:`{3}(?!`)[\s\S]*?(?<!`)`{3}(?!`)|(?P<tick>`{1,2})(?!`)[^\n]*?(?<!`)(?P=tick)(?!`)))"
    r"|(?<!\\)!\[(?P<alt>[^\[\]\n]*)\]\((?P<address>[^()\s]*)(?:\s[^()\n]*)?\)"
)


@dataclass(frozen=True)
class Reference:
    """A place in a text where something is shown: as it is written, what is read out there, and its file."""

    written: str
    alt: str
    address: str

    @property
    def name(self) -> str | None:
        """The name of the file in the folder of the course; None if the address leads elsewhere.

        >>> Reference("", "a shop", "media/shop.png").name
        'shop.png'
        """
        folder, slash, name = self.address.removeprefix("./").partition("/")
        return unquote(name) if slash and folder == FOLDER and name and "/" not in unquote(name) else None

    @property
    def kind(self) -> MediaKind | None:
        """What the ending of its file promises; None if that is nothing that the lab shows."""
        found = BY_ENDING.get((self.name or "").rpartition(".")[2].lower())
        return found.kind if found else None


def references_in(markdown: str) -> Iterator[Reference]:
    """What a text in Markdown shows; code is left alone.

    >>> list(references_in("![a shop](media/shop.png) and `![no](x)`"))
    [Reference(written='![a shop](media/shop.png)', alt='a shop', address='media/shop.png')]
    """
    for match in _REFERENCE.finditer(markdown):
        if match["code"] is None:
            yield _reference(match)


def replace_references(markdown: str, write: Callable[[Reference], str]) -> str:
    """The text with what `write` makes of each place where something is shown.

    >>> replace_references("See ![a shop](media/shop.png).", lambda one: one.alt)
    'See a shop.'
    """
    if "![" not in markdown:
        return markdown  # as nearly every text, and this is asked at each run of a page

    def changed(match: re.Match[str]) -> str:
        return match[0] if match["code"] is not None else write(_reference(match))

    return _REFERENCE.sub(changed, markdown)


def without_brackets(words: str) -> str:
    """Words as they may stand between the brackets of a reference, on one line.

    >>> without_brackets(" a queue [long] ")
    'a queue (long)'
    """
    return " ".join(words.translate(str.maketrans("[]", "()")).split())


def shown_once(texts: Iterable[str]) -> tuple[str, ...]:
    """One text in several languages, what each shows left out where a text before it has shown it.

    >>> shown_once(["看 ![店](media/shop.png)", "See ![a shop](media/shop.png)"])
    ('看 ![店](media/shop.png)', 'See ')
    """
    seen: set[str] = set()
    kept: list[str] = []
    for text in texts:
        kept.append(_without(text, frozenset(seen)))
        seen |= {one.address for one in references_in(text)}
    return tuple(kept)


def _without(text: str, addresses: frozenset[str]) -> str:
    return replace_references(text, lambda one: "" if one.address in addresses else one.written)


def _reference(match: re.Match[str]) -> Reference:
    return Reference(match[0], match["alt"].strip(), match["address"])
