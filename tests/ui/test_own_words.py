"""What somebody types is shown as it was typed, and is never taken for markup."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.prose import literal

LINES = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


@given(LINES)
def test_typed_words_come_out_letter_by_letter(words: str) -> None:
    rendered = MarkdownIt("commonmark").parseInline(literal(words))[0].children or []

    assert "".join(piece.content for piece in rendered) == words
    assert {piece.type for piece in rendered} <= {"text", "text_special"}
