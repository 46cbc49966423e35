"""What of a lesson can be asked on the phones: each slide that asks something, and in which form."""

from collections.abc import Mapping
from typing import assert_never

from classroom.live.forms import WIDEST, ChoiceForm, NumberForm, OrderForm, PollForm, WordsForm
from classroom.live.polls import PollBody
from courseware.text import Language, Text
from exercises import (
    ANSWER,
    Assign,
    Controls,
    Exercise,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Option,
    Ordering,
    TableField,
    Variant,
    right_response,
)
from exercises.specimen import variant_of
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Slide, find_slide, slides

Bank = Mapping[str, Exercise]
"""The questions of the course, by their ids."""


def questions_of_lesson(lesson: Lesson, bank: Bank, language: Language) -> dict[str, PollBody]:
    """What each slide of the lesson asks, by the key of the slide; slides that ask nothing are left out."""
    asked = ((slide.key, body_of(lesson, slide, bank, language)) for slide in slides(lesson))
    return {key: body for key, body in asked if body is not None}


def question_on(lesson: Lesson, key: str, bank: Bank, language: Language) -> PollBody | None:
    """What the slide of this key asks; None if there is no such slide or it asks nothing."""
    slide = find_slide(slides(lesson), key)
    return body_of(lesson, slide, bank, language) if slide is not None else None


def body_of(lesson: Lesson, slide: Slide, bank: Bank, language: Language) -> PollBody | None:
    """What a slide asks a class, in a form that fits a phone.

    A question of the banks is drawn as the slide shows it to readers of this language.
    """
    step = lesson.steps[slide.step] if slide.step is not None else None
    if step is None or slide.kind != step.kind:  # a passage, or a part of the hour that begins
        return None
    match step:
        case PlayStep():
            return _foreseen(step)
        case AskStep():
            form: PollForm = ChoiceForm(options=step.options) if step.options else WordsForm()
            return PollBody(question=step.text, form=form)
        case DiscussStep():
            return PollBody(question=step.text, form=WordsForm())
        case ExerciseStep():
            exercise = bank.get(slide.item or "")
            return body_of_exercise(exercise, language) if exercise is not None else None
        case ReadStep():
            return None
        case _:
            assert_never(step)


def asking_slides(lesson: Lesson, bank: Bank) -> tuple[str, ...]:
    """The keys of the slides that may ask something; whether phones can answer shows when it is drawn."""
    return tuple(slide.key for slide in slides(lesson) if _may_ask(lesson, slide, bank))


def _may_ask(lesson: Lesson, slide: Slide, bank: Bank) -> bool:
    if slide.item is not None:
        return slide.item in bank
    return body_of(lesson, slide, {}, "en") is not None


def _foreseen(step: PlayStep) -> PollBody | None:
    """What is to be foreseen; a curve is drawn in the lab, and not on a phone."""
    asked = step.predict
    if asked is None:
        return None
    if asked.number is not None:
        return PollBody(question=asked.question, form=NumberForm(low=asked.number.min, high=asked.number.max))
    if not asked.options:
        return None
    # where an option stands in the chart is not to reach a phone
    options = tuple(Text(en=option.en, zh=option.zh) for option in asked.options)
    right = None if asked.answer is None else (asked.answer,)
    return PollBody(question=asked.question, form=ChoiceForm(options=options), right=right)


def body_of_exercise(exercise: Exercise, language: Language) -> PollBody | None:
    """A question of the banks as it is drawn for nobody; None if it cannot be answered on a phone."""
    drawn = variant_of(exercise, language)
    if not drawn.question.is_single:
        return None
    form, options = _form(drawn.question.fields[0])
    if form is None:
        return None
    return PollBody(question=drawn.question.stem, form=form, right=_right(drawn, options))


def _form(field: Field) -> tuple[PollForm | None, tuple[Option, ...]]:
    """How a field is answered on a phone, and the options of which some are right."""
    match field:
        case OneOf():
            found: PollForm | None = ChoiceForm(options=_words(field.options))
        case ManyOf():
            found = ChoiceForm(options=_words(field.options), most=len(field.options))
        case NumberField():
            return NumberForm(low=-WIDEST, high=WIDEST, unit=field.unit), ()
        case Ordering():
            return OrderForm(items=_words(field.options)), ()
        case Assign() | Controls() | Gaps() | LongText() | TableField():
            return None, ()
        case _:
            assert_never(field)
    return found, field.options


def _right(variant: Variant, options: tuple[Option, ...]) -> tuple[int, ...] | None:
    """The places of the right options, where there are any."""
    if not options:
        return None
    given = right_response(variant).get(ANSWER)
    ids = given if isinstance(given, list) else [given]
    return tuple(place for place, option in enumerate(options) if option.id in ids)


def _words(options: tuple[Option, ...]) -> tuple[Text, ...]:
    return tuple(option.text for option in options)
