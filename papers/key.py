"""The answer key of a worksheet: what is right under the same numbers, why, and what slips earn."""

from collections.abc import Iterator, Sequence
from math import floor, log10
from typing import Final

from courseware.text import Text, in_each
from exercises import Variant, reveal
from exercises.fillin import show
from exercises.portable.answers import Answers, answers
from exercises.portable.question import PortableNumber
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.step import AskStep, ExerciseStep, PlayStep, Step
from papers.asked import as_written, texts
from papers.blocks import Block, Form, Paper, Part, Passage, Section
from papers.content import came_out
from papers.deck import Card, Deck
from papers.sheet import number_of, tasks_of
from papers.words import letter, word

_MARKS: Final = {True: "√", False: "×"}


def answer_key(lesson: Lesson, course: Course, deck: Deck) -> Paper:
    """The key to the worksheet of the same variant."""
    sections = [section for number, step in tasks_of(lesson) for section in _sections(number, step, deck)]
    return Paper(word("key"), course.title, lesson.title, (Part(tuple(sections)),), seed=deck.seed)


def _sections(number: str, step: Step, deck: Deck) -> Iterator[Section]:
    if isinstance(step, ExerciseStep):
        yield Section(number, step.title, None, ())
        for at, item in enumerate(step.items, 1):
            card = deck.card(item)
            blocks = (Passage(word("not_printable", item=item)),) if card is None else tuple(_told(card))
            yield Section(number_of(number, at, len(step.items)), None, None, blocks, level=2)
    elif isinstance(step, PlayStep) and step.predict is not None:
        yield Section(number, step.title, None, tuple(came_out(step.predict)))
    elif isinstance(step, AskStep) and step.answer is not None:
        yield Section(number, step.title, None, (Passage(step.answer, word("one_answer")),))


def _told(card: Card) -> Iterator[Block]:
    """A question and all that is to be said to it."""
    yield Passage(card.stem)
    yield from right_answer(card.variant)


def right_answer(variant: Variant) -> Iterator[Block]:
    """What is right, the reasons written for each part of it, and why it is right."""
    told = answers(variant)
    if told is None:
        yield Passage(reveal(variant))
        return
    yield from _right(told, variant)
    yield Passage(variant.explain, word("why"))


def _right(told: Answers, variant: Variant) -> Iterator[Block]:
    match told.kind:
        case "single" | "several":
            yield from _chosen(told)
        case "number":
            yield from _numbers(told)
        case "match":
            yield from _matched(told, variant)
        case "order":
            yield from _ordered(told, variant)


def _chosen(told: Answers) -> Iterator[Block]:
    letters = [letter(at) for at, option in enumerate(told.options) if option.share > 0]
    yield Passage(as_written(f"**{' '.join(letters)}**"), word("right_answer"))
    rows = tuple(
        (as_written(letter(at)), option.text, as_written(_MARKS[option.share > 0]), option.why)
        for at, option in enumerate(told.options)
    )
    yield _reasons((word("option"), word("its_text"), word("mark"), word("reason")), rows)


def _numbers(told: Answers) -> Iterator[Block]:
    """The right number with its tolerance, then foreseen slips; shares are told as the per cent asked for."""
    is_percent = told.unit is not None and told.unit.en == "%"
    first, *slips = told.numbers[::2] if is_percent else told.numbers
    yield Passage(_with_tolerance(first, told.unit), word("right_answer"))
    if slips:
        rows = tuple((_with_tolerance(one, told.unit), _share(one.share), one.why) for one in slips)
        yield _reasons((word("slip"), word("earns"), word("reason")), rows)


def _with_tolerance(number: PortableNumber, unit: Text | None) -> Text:
    """A number as exactly as its tolerance asks for.

    >>> _with_tolerance(PortableNumber(5.29167, 0.006, 1.0), None)["en"]
    '**5.292** ± 0.006'
    """
    places = min(6, max(0, -floor(log10(number.tolerance / 2)))) if number.tolerance else 6
    value = show(round(number.value, places))
    within = f" ± {show(number.tolerance, '.2g')}" if number.tolerance else ""
    return in_each(
        lambda language: f"**{value}**{'' if unit is None else f' {unit[language]}'}{within}",
    )


def _share(share: float) -> Text:
    return as_written(show(share, ".0%"))


def _matched(told: Answers, variant: Variant) -> Iterator[Block]:
    choices = _letters_of(variant, "choices")
    rows = tuple((pair.row, _named(pair.choice, choices), pair.why) for pair in told.pairs)
    yield _reasons((word("row"), word("right_answer"), word("reason")), rows)


def _ordered(told: Answers, variant: Variant) -> Iterator[Block]:
    letters = _letters_of(variant, "options")
    order = " → ".join(letters[text] for text in told.order)
    yield Passage(as_written(f"**{order}**"), word("right_answer"))
    yield Form(
        (word("place"), word("its_text")),
        tuple((as_written(str(place)), _named(text, letters)) for place, text in enumerate(told.order, 1)),
    )


def _letters_of(variant: Variant, part: str) -> dict[Text, str]:
    """The letter that each option has on the sheet."""
    (field,) = variant.question.fields
    return {text: letter(at) for at, text in enumerate(texts(getattr(field, part)))}


def _named(text: Text, letters: dict[Text, str]) -> Text:
    return in_each(lambda language: f"**{letters[text]}** {text[language]}")


def _reasons(heads: Sequence[Text], rows: Sequence[tuple[Text | None, ...]]) -> Form:
    """A table of answers; its last column is left out where no reason was written."""
    dash = as_written("–")
    if all(row[-1] is None for row in rows):
        return Form(tuple(heads[:-1]), tuple(row[:-1] for row in rows))
    return Form(tuple(heads), tuple(tuple(cell or dash for cell in row) for row in rows))
