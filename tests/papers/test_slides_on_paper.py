"""The slides on paper: every slide once and in order, what is revealed only for those who ask for it."""

from itertools import pairwise

import pytest

from course import all_exercises, lesson_registry
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Text, as_text
from exercises import Exercise, Variant
from lessons import Lesson, PlayStep, slides
from papers.blocks import Chart, Choices, Form, Passage, Points
from papers.deck import Deck
from papers.screens import PrintedSlide, printed_slides, read_per_page

LESSONS = list(lesson_registry().lessons().values())
DECK = Deck(1, "en")


def drawn(exercise: Exercise) -> Variant:
    """The question of this exercise on the first variant of the sheets."""
    card = DECK.card(exercise.item.id)
    assert card is not None
    return card.variant


def texts(printed: PrintedSlide) -> list[Text]:
    """All that is said on a printed slide."""
    said = [printed.slide.title]
    for block in printed.blocks:
        match block:
            case Passage():
                said.append(block.text)
            case Points() | Choices():
                said += block.texts
            case Form():
                said += [cell for row in block.rows for cell in row if cell is not None]
    return said


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_slide_is_on_paper_once_with_all_its_words(lesson: Lesson) -> None:
    found = list(printed_slides(lesson, drawn, with_answers=False))

    assert [printed.slide for printed in found] == list(slides(lesson))
    for printed in found:
        slide = printed.slide
        for language in LANGUAGES:
            said = "\n".join(text[language] for text in texts(printed))
            words = [option[language] for option in slide.options]
            words += [slide.text[language]] if slide.text else []
            words += (
                [slide.claim.text[language], as_text(slide.claim.source)[language]] if slide.claim else []
            )
            words += [drawn(all_exercises()[slide.item]).question.stem[language]] if slide.item else []

            assert not [one for one in words if one not in said]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_run_that_is_to_be_predicted_is_drawn_only_on_the_leaf_that_reveals_it(lesson: Lesson) -> None:
    for printed in printed_slides(lesson, drawn, with_answers=True):
        step = lesson.steps[printed.slide.step or 0]
        is_drawn = any(isinstance(block, Chart) for block in printed.blocks)
        if printed.slide.kind == "play" and isinstance(step, PlayStep):
            assert is_drawn == (printed.is_answer or step.predict is None)
        else:
            assert not is_drawn


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_what_is_revealed_follows_its_slide_and_changes_no_other(lesson: Lesson) -> None:
    bare = list(printed_slides(lesson, drawn, with_answers=False))
    whole = list(printed_slides(lesson, drawn, with_answers=True))

    assert [printed for printed in whole if not printed.is_answer] == bare
    assert any(printed.is_answer for printed in whole)
    for before, printed in pairwise(whole):
        assert not printed.is_answer or before.slide == printed.slide


def test_a_question_that_no_bank_holds_is_named() -> None:
    lesson = LESSONS[0]
    step = next(step for step in lesson.steps if step.kind == "exercise" and step.in_class)
    lost = lesson.model_copy(
        update={"steps": (step.model_copy(update={"items": ("no.such",), "id": "lost"}),)}
    )

    said = [text.en for printed in printed_slides(lost, drawn, with_answers=True) for text in texts(printed)]

    assert any("no.such" in words for words in said)


def test_a_page_holds_two_slides_or_six() -> None:
    assert [read_per_page(asked) for asked in (None, "2", "6")] == [2, 2, 6]
    with pytest.raises(ReaderError, match="per=6"):
        read_per_page("4")
