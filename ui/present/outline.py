"""A slide in words for the teacher: what is asked on it, what to choose from, what is right and why."""

from courseware.text import Language, Text
from lessons import Lesson, Slide
from ui.present.kinds import on_stage


def outline_of(lesson: Lesson, slide: Slide, language: Language) -> tuple[str, ...]:
    """The words of a slide under its title, as Markdown."""
    text = slide.text[language] if slide.text is not None else ""
    passages = (text, *on_stage(slide.kind).outline(lesson, slide, language))
    return tuple(passage for passage in passages if passage)


def answer_of(lesson: Lesson, slide: Slide, language: Language) -> Text | None:
    """What is right on a slide and why; None where nothing is hidden."""
    return on_stage(slide.kind).answer(lesson, slide, language)
