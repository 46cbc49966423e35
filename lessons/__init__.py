"""Lessons: their steps, the plan of the course, its words, and the slides that are made of them."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from lessons.lesson import Goals, Lesson, titles_of
from lessons.links import link_words, linked_terms, terms_in, texts_in
from lessons.passages import Passage
from lessons.plan import Course, Entry, Marks, Unit, Usual
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
    "Lesson",
    "Marks",
    "Passage",
    "PlayStep",
    "Predict",
    "ReadStep",
    "Slide",
    "Stage",
    "Step",
    "Term",
    "Unit",
    "Usual",
    "find_slide",
    "link_words",
    "linked_terms",
    "slides",
    "steps_from",
    "terms_in",
    "texts_in",
    "titles_of",
]
