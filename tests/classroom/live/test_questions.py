"""What the slides of the course ask can be answered on a phone, in both languages."""

import pytest

from classroom.live import ChoiceForm, NumberForm, OrderForm, WordsForm
from classroom.live.polls import PollBody
from classroom.live.questions import asking_slides, body_of_exercise, question_on, questions_of_lesson
from course import all_exercises, lesson_registry
from courseware.language import LANGUAGES, Language
from exercises.specimen import variant_of


def answer(body: PollBody) -> object:
    """A right answer where one is known, and any other where not."""
    match body.form:
        case ChoiceForm():
            return list(body.right or (0,))
        case OrderForm(items=items):
            return list(range(len(items)))
        case WordsForm():
            return "客户"
        case NumberForm(low=low):
            return low
    return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_asks_what_a_phone_can_answer(language: Language) -> None:
    # the first of the two reads the whole course, which is most of its time
    bank = all_exercises()
    for lesson in lesson_registry().lessons().values():
        asked = questions_of_lesson(lesson, bank, language)
        assert asked
        assert set(asked) <= set(asking_slides(lesson, bank))
        for key, body in asked.items():
            assert all(body.question[one] for one in LANGUAGES)
            assert body.form.read(answer(body)) is not None  # type: ignore[arg-type]
            assert PollBody.model_validate(body.model_dump(mode="json")) == body, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_of_more_than_one_field_is_left_out(language: Language) -> None:
    many = [one for one in all_exercises().values() if not variant_of(one, language).question.is_single]

    assert many
    assert [body_of_exercise(one, language) for one in many] == [None] * len(many)


def test_a_slide_that_is_not_there_asks_nothing() -> None:
    lesson = next(iter(lesson_registry().lessons().values()))

    assert question_on(lesson, "no such slide", all_exercises(), "en") is None
