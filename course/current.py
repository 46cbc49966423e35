"""The course in force: its lessons, plan and words, read once and kept up to date."""

from collections.abc import Callable
from functools import lru_cache

from course.bank_registry import bank_registry
from course.course_library import Library
from course.folders import parts
from course.lesson_registry import LessonRegistry
from courseware.advice import did_you_mean
from courseware.phrases import sentences
from courseware.problem import ReaderError
from courseware.text import Language, Text, in_each
from lessons.lesson import Lesson
from lessons.links import link_words, plain_words
from lessons.plan import Course
from lessons.terms import Glossary


@lru_cache(maxsize=1)
def library() -> Library:
    """The course in force, read once and kept up to date."""
    return Library(parts(), banks=bank_registry())


def lesson_registry() -> LessonRegistry:
    """The lessons of the course in force."""
    return library().lessons


def course_plan() -> Course:
    """The plan of the course as it stands."""
    return lesson_registry().course()


def glossary() -> Glossary:
    """The words of the course as they stand."""
    return lesson_registry().glossary()


def find_lesson(name: str) -> Lesson:
    """The lesson of this id; a ReaderError tells whether it is to come, broken or unknown."""
    found = lesson_registry().lesson(name)
    if found is not None:
        return found
    if problems := lesson_registry().problems(name):
        raise ReaderError(in_each(problems[0].show))
    planned = course_plan().lessons
    if name in planned:
        raise ReaderError(Text(en=f"The lesson {name} is still to come.", zh=f"{name} 这一课还在准备中。"))
    near = did_you_mean(name, planned)
    raise ReaderError(sentences(Text(en=f"There is no lesson {name}.", zh=f"没有名为 {name} 的课。"), near))


def lessons_after(lesson: str) -> tuple[Text, ...]:
    """What comes after a lesson, by the titles that its files give."""
    registry = lesson_registry()
    return tuple(registry.title(entry) for entry in registry.course().after(lesson))


def terms_of(lesson: str) -> tuple[Text, ...]:
    """The words of the glossary that are taught in a lesson before any other one of the plan."""
    place = {name: number for number, name in enumerate(course_plan().lessons)}
    first = (
        (term, min(term.lessons, key=lambda name: place.get(name, len(place)), default=""))
        for term in glossary().terms
    )
    return tuple(term.term for term, at in first if at == lesson)


def link_terms(markdown: str, address: Callable[[str], str], language: Language) -> str:
    """The text with its links to terms as Markdown links, bare ones with the glossary's own word."""
    return link_words(markdown, address, _namer(language))


def plain_terms(markdown: str, language: Language) -> str:
    """The text with the words of its links to terms and no links."""
    return plain_words(markdown, _namer(language))


def _namer(language: Language) -> Callable[[str], str]:
    words = glossary()

    def name(term_id: str) -> str:
        term = words.term(term_id)
        return term.term[language] if term else term_id

    return name
