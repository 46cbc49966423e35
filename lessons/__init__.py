"""The lessons of the course: reading, checking and saving them, and the shelf they stand on."""

from collections.abc import Callable
from functools import lru_cache

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from courseware.advice import did_you_mean
from courseware.problem import ReaderError
from courseware.text import Language, Text
from lessons.known import Known, Playable, known_to_the_lab
from lessons.lesson import Goals, Lesson
from lessons.links import link_words, linked_terms, plain_words, terms_in, texts_in
from lessons.lint.unused import used_items
from lessons.new import EXAMPLE, new_lesson
from lessons.passages import Passage
from lessons.plan import Course, Entry, Marks, Unit, Usual
from lessons.reading import LIBRARY, layers
from lessons.review import check, check_text
from lessons.saving import save
from lessons.shelf import Shelf
from lessons.slides import Slide, find_slide, slides, steps_from
from lessons.step import (
    AskStep,
    Claim,
    Control,
    DiscussStep,
    ExerciseStep,
    PlayStep,
    Predict,
    ReadStep,
    Stage,
    Step,
)
from lessons.terms import Also, Glossary, Term
from lessons.written import Citation

__all__ = [
    "EXAMPLE",
    "LIBRARY",
    "Also",
    "AskStep",
    "Citation",
    "Claim",
    "Control",
    "Course",
    "DiscussStep",
    "Entry",
    "ExerciseStep",
    "Glossary",
    "Goals",
    "Known",
    "Lesson",
    "Marks",
    "Passage",
    "PlayStep",
    "Playable",
    "Predict",
    "ReadStep",
    "Shelf",
    "Slide",
    "Stage",
    "Step",
    "Term",
    "Unit",
    "Usual",
    "check",
    "check_text",
    "course",
    "find",
    "find_slide",
    "glossary",
    "known_to_the_lab",
    "layers",
    "link_terms",
    "link_words",
    "linked_terms",
    "new_lesson",
    "plain_terms",
    "save",
    "shelf",
    "slides",
    "steps_from",
    "terms_in",
    "texts_in",
    "used_items",
]


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The shelf of the course in force, read once and kept up to date."""
    return Shelf()


def course() -> Course:
    """The plan of the course as it stands."""
    return shelf().course()


def glossary() -> Glossary:
    """The words of the course as they stand."""
    return shelf().glossary()


def find(name: str) -> Lesson:
    """The lesson of this id; a ReaderError tells whether it is to come, broken or unknown."""
    found = shelf().lesson(name)
    if found is not None:
        return found
    if problems := shelf().problems(name):
        raise ReaderError(Text(en=problems[0].show("en"), zh=problems[0].show("zh")))
    planned = course().lessons
    if name in planned:
        raise ReaderError(Text(en=f"The lesson {name} is still to come.", zh=f"{name} 这一课还在准备中。"))
    near = did_you_mean(name, planned)
    raise ReaderError(Text(en=f"There is no lesson {name}. {near.en}", zh=f"没有名为 {name} 的课。{near.zh}"))


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
