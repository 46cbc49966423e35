"""The tree of a QTI file; names of QTI 3 (``qti-choice-interaction``) are written as those of QTI 2."""

from collections.abc import Iterator

from interchange.xml_tree import Element, tree_of


def qti_tree(data: bytes) -> Element:
    """The tree of an item, a test or a manifest; a ReaderError says why it cannot be read.

    Names come in small letters, without their namespace and without the dashes of QTI 3.
    """
    root = tree_of(data)
    for one in walk(root):
        one.tag = _plain(one.tag)
        one.attributes = {_plain(name): words for name, words in one.attributes.items()}
    return root


def walk(root: Element) -> Iterator[Element]:
    """The tag and every tag within it, in the order of the file."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.inside)


def every(root: Element, *tags: str) -> list[Element]:
    """All tags of these names, however deep they lie."""
    return [one for one in walk(root) if one.tag in tags]


def _plain(name: str) -> str:
    return name.rpartition("}")[2].lower().removeprefix("qti-").replace("-", "")
