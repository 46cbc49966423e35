"""Somebody's HTML in the lab's Markdown: what is kept, what is dropped, and that it looks the same."""

import pytest
from hypothesis import Phase, given, settings

from interchange import markdown_to_html as markup
from interchange.html_to_markdown import markdown_of, words_to_markdown
from interchange.html_tree import tree_of
from interchange.languages import lost_in
from tests.interchange.drawn import PASSAGES, TYPED

FEW = settings(max_examples=100, deadline=None, phases=[Phase.explicit, Phase.generate])


def reduced(html: str) -> str:
    return markdown_of(tree_of(html))


def looks(markdown: str) -> str:
    return " ".join(markup.html_of(markdown).split())


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("a&nbsp;b &amp; c", "a b & c"),
        ("<b> bold </b>and <i>not</i>", "**bold** and *not*"),
        ("你<b>“好”</b>吗", "你“**好**”吗"),
        ("<ol><li>a</li><li><p>b</p><p>c</p></li></ol>", "1. a\n2. b\n\n   c"),
        ("<ul><li>a<ul><li>b</ul></ul>", "- a\n  - b"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("<blockquote><p>a</p></blockquote>", "> a"),
        ("<pre>x\n  y</pre>", "```\nx\n  y\n```"),
        ("<code>a`b</code>", "``a`b``"),
        (r"\(x_1 * y\) costs $5", r"$x_1 * y$ costs \$5"),
        ("1. not a list", "1\\. not a list"),
        ("# not a title", "\\# not a title"),
        ("5 * 3 &lt; 20", "5 \\* 3 \\< 20"),
        ("<a href='javascript:alert(1)'>here</a>", "here"),
        ("<style>p{}</style>a<iframe src='x'>b</iframe>c", "ac"),
        ("<img src=x onerror=alert(1) alt='two bars'>", "two bars"),
        ("<p>a</p><!-- c --><?php x ?>", "a"),
        ("2 < 3 and 4 > 1", "2 \\< 3 and 4 > 1"),
    ],
)
def test_html_is_written_as_a_teacher_would_write_it(html: str, markdown: str) -> None:
    assert reduced(html) == markdown


@FEW
@given(PASSAGES)
def test_a_passage_of_the_lab_looks_the_same_after_it_was_html(markdown: str) -> None:
    assert looks(reduced(markup.html_of(markdown))) == looks(markdown)


@FEW
@given(TYPED)
def test_plain_words_are_read_as_the_words_they_are(words: str) -> None:
    assert markup.plain_of(words_to_markdown(words)) == " ".join(words.split())


def test_what_cannot_be_shown_is_named() -> None:
    html = "<img src=x><audio></audio><video></video><a href='https://a.example'>a</a><a href='#b'>b</a>"

    assert lost_in(html) == {"picture", "sound", "film", "link"}
