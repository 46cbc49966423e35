"""A slide in words for the teacher: what is asked on it, what to choose from, what is right and why."""

from collections.abc import Iterator

from course import all_exercises
from courseware.interface import say
from courseware.text import Language, Text, in_each
from exercises import reveal
from exercises.specimen import variant_of
from lessons import AskStep, Lesson, PlayStep, Predict, Slide
from ui.present.fields import on_slide
from ui.present.fields.asking import lettered
from ui.present.options import letter


def outline_of(lesson: Lesson, slide: Slide, language: Language) -> tuple[str, ...]:
    """The words of a slide under its title, as Markdown."""
    return tuple(passage for passage in _outline(lesson, slide, language) if passage)


def _outline(lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    if slide.kind == "title":
        yield "\n".join(f"- {point[language]}" for point in lesson.key_points)
    if slide.kind == "stage":
        yield say(f"stage_{slide.stage}", language)
    if slide.text is not None:
        yield slide.text[language]
    if slide.claim is not None:
        yield f"> {slide.claim.text[language]}"
    predict = predict_of(lesson, slide)
    if predict is not None:
        yield predict.question[language]
        yield lettered(predict.options, language)
    if slide.options:
        yield lettered(slide.options, language)
    exercise = all_exercises().get(slide.item or "")
    if exercise is not None:
        question = variant_of(exercise, language).question
        yield question.stem[language]
        for field in question.fields:
            yield on_slide(field).outline(language)


def answer_of(lesson: Lesson, slide: Slide, language: Language) -> Text | None:
    """What is right on a slide and why; None where nothing is hidden."""
    exercise = all_exercises().get(slide.item or "") if slide.kind == "exercise" else None
    if exercise is not None:
        return reveal(variant_of(exercise, language))
    predict = predict_of(lesson, slide)
    if predict is not None:
        return _predicted(predict)
    step = lesson.steps[slide.step] if slide.step is not None else None
    return step.answer if slide.kind == "ask" and isinstance(step, AskStep) else None


def predict_of(lesson: Lesson, slide: Slide) -> Predict | None:
    """What is to be predicted on a slide before its run is shown, if anything."""
    step = lesson.steps[slide.step] if slide.step is not None else None
    return step.predict if slide.kind == "play" and isinstance(step, PlayStep) else None


def _predicted(predict: Predict) -> Text:
    if predict.answer is None:
        return predict.explain
    name, right = letter(predict.answer), predict.options[predict.answer]
    return in_each(lambda one: f"**{name}** {right[one]}\n\n{predict.explain[one]}")
