"""A lesson's Markdown as it goes on paper: emphasis, lists, tables and pictures stay, links become words."""

import re
from dataclasses import dataclass, field
from typing import Final
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from course.media import MediaFile, MediaStore, Reference, media_store
from courseware.text import Language
from lessons.links import link_words
from lessons.terms import Glossary
from papers.words import word

_READER: Final = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
"""What Markdown may take for a mark of its own, all of which may be escaped."""


@dataclass(frozen=True)
class Prose:
    """Reads a lesson's texts; the glossary gives the words of its links to terms, `media` the pictures."""

    glossary: Glossary
    media: MediaStore = field(default_factory=media_store)

    def blocks(self, markdown: str, language: Language) -> list[Token]:
        """The tokens of a passage; nothing in them links, loads or is HTML."""
        return self._on_paper(_READER.parse(self._named(markdown, language)), language)

    def line(self, markdown: str, language: Language) -> list[Token]:
        """The tokens of a title or an option, whatever is written taken as one line."""
        return self._on_paper(_READER.parseInline(self._named(markdown, language)), language)

    def html(self, markdown: str, language: Language) -> str:
        """A passage as HTML that is safe to put into a page."""
        return _html(self.blocks(markdown, language))

    def inline_html(self, markdown: str, language: Language) -> str:
        """A title or an option as HTML that is safe to put into a page."""
        return _html(self.line(markdown, language))

    def plain(self, markdown: str, language: Language) -> str:
        """A title as plain words."""
        return "".join(child.content for token in self.line(markdown, language) for child in _children(token))

    def _on_paper(self, tokens: list[Token], language: Language) -> list[Token]:
        for token in tokens:
            if token.children is not None:
                token.children = _words_only([self._shown(child, language) for child in token.children])
        return tokens

    def _shown(self, child: Token, language: Language) -> Token:
        """A picture of the course as it is; a sound or video as its name; what is not there as its words."""
        if child.type != "image":
            return child
        name = Reference("", child.content, str(child.attrs.get("src", ""))).name
        file = self.media.find(name) if name is not None else None
        if file is None:
            return Token("text", "", 0, content=child.content)
        if file.kind != "picture":
            said = word(f"a_{file.kind}", what=child.content or file.name)[language]
            return Token("text", "", 0, content=said)
        child.attrs["src"] = file.address
        child.meta["media"] = file
        return child

    def _named(self, markdown: str, language: Language) -> str:
        def name(term_id: str) -> str:
            term = self.glossary.term(term_id)
            return term.term[language] if term else term_id

        return link_words(printable(markdown), lambda _term: "#", name)


def as_markdown(words: str) -> str:
    """Markdown that says these words letter by letter, each line on a line of its own.

    >>> as_markdown("2*3*4 <b>")
    '2\\\\*3\\\\*4 \\\\<b\\\\>'
    """
    lines = words.strip().split("\n")
    return "\\\n".join(_PUNCTUATION.sub(r"\\\g<0>", line.strip()) for line in lines)


def printable(text: str) -> str:
    """The text without the characters that no document can hold.

    >>> printable("a\\x00b\\x0bc")
    'abc'
    """
    return _UNPRINTABLE.sub("", text)


def media_of(image: Token | SyntaxTreeNode) -> MediaFile | None:
    """The picture that a token or node of an image stands for."""
    found: MediaFile | None = image.meta.get("media")
    return found


def _words_only(children: list[Token]) -> list[Token]:
    """Links as their words, a line's end as a space where words need one."""
    kept: list[Token] = []
    for place, child in enumerate(children):
        if child.type == "softbreak":
            kept.append(Token("text", "", 0, content=_joint(children, place)))
        elif child.type not in {"link_open", "link_close"}:
            kept.append(child)
    return kept


def _joint(children: list[Token], place: int) -> str:
    """Nothing between two Chinese characters, else a space."""
    before = "".join(child.content for child in children[:place])[-1:]
    after = "".join(child.content for child in children[place + 1 :])[:1]
    return "" if _is_wide(before) and _is_wide(after) else " "


def _is_wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"


def _html(tokens: list[Token]) -> str:
    html: str = _READER.renderer.render(tokens, _READER.options, {})
    return html


def _children(token: Token) -> list[Token]:
    return token.children or []
