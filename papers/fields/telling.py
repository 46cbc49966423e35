"""How keys tell what is right: letters of the sheet, tables of reasons, and why it is right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from courseware.text import Text, in_each
from exercises import Option, Variant, reveal
from exercises.portable.answers import answers
from exercises.portable.told import Answers, Stays
from papers.blocks import Block, Form, Passage
from papers.words import as_written, letter, word

MARKS: Final = ("√", "×")
"""What stands beside what is true and what is false."""
_MARKS: Final = dict(zip((True, False), MARKS, strict=True))


def told(variant: Variant, right: Callable[[Answers], Iterator[Block]]) -> Iterator[Block]:
    """What `right` says of the answers, and why they are right; in words alone if no sheet can hold them."""
    found = answers(variant)
    if isinstance(found, Stays):
        yield Passage(reveal(variant))
        return
    yield from right(found)
    yield Passage(variant.explain, word("why"))


def texts(options: Sequence[Option]) -> tuple[Text, ...]:
    """The texts of these options."""
    return tuple(option.text for option in options)


def chosen(found: Answers) -> Iterator[Block]:
    """The letters of the right options, and each option with its mark and its reason."""
    if found.kind == "truth":
        yield from _judged(found)
        return
    letters = [letter(at) for at, option in enumerate(found.options) if option.share > 0]
    yield Passage(as_written(f"**{' '.join(letters)}**"), word("right_answer"))
    rows = tuple(
        (as_written(letter(at)), option.text, as_written(_MARKS[option.share > 0]), option.why)
        for at, option in enumerate(found.options)
    )
    yield reasons((word("option"), word("its_text"), word("mark"), word("reason")), rows)


def _judged(found: Answers) -> Iterator[Block]:
    """Whether the statement is true, and what those are told who judge it so or so."""
    named_by = dict(zip(MARKS, found.options, strict=True))
    mark, right = next((mark, option) for mark, option in named_by.items() if option.share > 0)
    yield Passage(in_each(lambda language: f"**{mark}** {right.text[language]}"), word("right_answer"))
    rows = tuple((one.text, one.why) for one in found.options if one.why)
    if rows:
        yield reasons((word("option"), word("reason")), rows)


def letters_of(options: Sequence[Option]) -> Mapping[Text, str]:
    """The letter that each option has on the sheet."""
    return {text: letter(at) for at, text in enumerate(texts(options))}


def named(text: Text, letters: Mapping[Text, str]) -> Text:
    """An option by its letter and its words."""
    return in_each(lambda language: f"**{letters[text]}** {text[language]}")


def reasons(heads: Sequence[Text], rows: Sequence[tuple[Text | None, ...]]) -> Form:
    """A table of answers; its last column is left out where no reason was written."""
    dash = as_written("–")
    if all(row[-1] is None for row in rows):
        return Form(tuple(heads[:-1]), tuple(row[:-1] for row in rows))
    return Form(tuple(heads), tuple(tuple(cell or dash for cell in row) for row in rows))
