"""Which language a text from elsewhere is in: marked by spans or {mlang}, or seen by its letters."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from markdown_it import MarkdownIt

from courseware.problem import ReaderError
from courseware.text import LANGUAGES, ONE_WILL_DO, Language, Text
from interchange.html_to_markdown import left_out, markdown_of, words_to_markdown
from interchange.html_tree import Node, tree_of

LONGEST: Final = 100_000
"""No single text of a question is longer than this."""
_MLANG: Final = re.compile(r"\{\s{0,9}mlang(?:\s{1,9}([a-z0-9_,\s-]{1,80}))?\s{0,9}\}", re.IGNORECASE)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_LETTERS: Final = re.compile(r"[A-Za-z]{2}|[\u3400-\u9fff]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Languages:
    """Reads the texts of one file. In a file of two languages what is not marked holds for both of them;
    else every text lacks the language that it is not written in.
    """

    is_bilingual: bool = False

    def html(self, html: str) -> Text | None:
        """The text of a piece of HTML; None if it says nothing."""
        tree = _tree(html)
        marked = _languages(tree)
        if not marked:
            return self._only(markdown_of(tree))
        sides = {language: markdown_of(_side(tree, language, marked)) for language in LANGUAGES}
        return _both(sides["en"], sides["zh"])

    def markdown(self, markdown: str) -> Text | None:
        """The text of Markdown, which may have HTML in it."""
        return self.html(str(_markdown().render(_checked(markdown))))

    def words(self, words: str) -> Text | None:
        """The text of plain words, in which nothing is a mark but the spans of two languages."""
        if "multilang" in words or _MLANG.search(words):
            return self.html(words)
        return self._only(words_to_markdown(_checked(words)))

    def auto(self, words: str) -> Text | None:
        """The text of Moodle's own format: HTML in which a new line is a new line."""
        return self.html(_checked(words).replace("\n", "<br>"))

    def _only(self, words: str) -> Text | None:
        if self.is_bilingual or not _LETTERS.search(words):
            return _both(words, words)
        return _both("", words) if is_chinese(words) else _both(words, "")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def is_bilingual(words: str) -> bool:
    """Whether a file marks what is in which language."""
    return 'class="multilang"' in words or _MLANG.search(words) is not None


def lost_in(html: str) -> set[str]:
    """What of a piece of HTML the lab cannot show: picture, sound, film, link, other languages."""
    tree = _tree(html)
    others = {"other languages"} if _languages(tree) - set(LANGUAGES) else set()
    return left_out(tree) | others


def is_chinese(words: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _CHINESE.search(words) is not None


def _both(en: str, zh: str) -> Text | None:
    """The text with these sides, of which one may be missing; None if both are."""
    return Text.model_validate({"en": en, "zh": zh}, context=ONE_WILL_DO) if en or zh else None


@lru_cache(maxsize=4)
def _tree(html: str) -> Node:
    """The tree of a text, kept for the moment in which more than one thing is asked of it."""
    return tree_of(_spanned(_checked(html)))


def _checked(words: str) -> str:
    if len(words) > LONGEST:
        raise ReaderError(
            Text(
                en=f"One of its texts is longer than {LONGEST:,} characters.",
                zh=f"其中一段文字超过 {LONGEST:,} 个字符。",
            )
        )
    return _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def _spanned(html: str) -> str:
    """{mlang en}…{mlang} written as spans."""
    return _MLANG.sub(
        lambda found: f'<span class="multilang" lang="{found[1].strip()}">' if found[1] else "</span>", html
    )


def _languages(node: Node) -> set[str]:
    """Every language that something in the tree is marked with."""
    here = {_named(node)} - {""}
    return here.union(*(_languages(one) for one in node.inside if isinstance(one, Node)))


def _named(node: Node) -> str:
    """The language a span is marked with: ours by our names, others as they are called; "" if with none."""
    if "multilang" not in node.attributes.get("class", "").split() and node.tag != "lang":
        return ""
    names = [name.strip().lower() for name in node.attributes.get("lang", "").split(",")]
    ours = (language for language in LANGUAGES if any(name.startswith(language) for name in names))
    return next(ours, names[0])


def _side(node: Node, language: Language, marked: set[str]) -> Node:
    """The tree as the readers of one language see it."""
    kept: list[Node | str] = []
    for one in node.inside:
        if isinstance(one, str):
            kept.append(one)
            continue
        name = _named(one)
        if not name or name == language or (name == "other" and language not in marked):
            kept.append(_side(one, language, marked))
    return Node(node.tag, node.attributes, kept)
