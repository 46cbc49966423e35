"""Lessons: their steps, the plan of the course, its words, and the slides that are made of them."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from lessons.lesson import Goals, Lesson, titles_of
from lessons.links import link_words, linked_terms, terms_in, texts_in
from lessons.passages import Passage
from lessons.plan import Course, Entry, Marks, Unit, Usual
from lessons.slide import Slide, SlideKind
from lessons.slides import find_slide, slides, step_of, steps_from
from lessons.step import Claim, Stage
from lessons.steps import (
    AskStep,
    Control,
    DiscussStep,
    ExerciseStep,
    PlayStep,
    Predict,
    ReadStep,
    Step,
    StepKind,
    kind_of,
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
    "SlideKind",
    "Stage",
    "Step",
    "StepKind",
    "Term",
    "Unit",
    "Usual",
    "find_slide",
    "kind_of",
    "link_words",
    "linked_terms",
    "slides",
    "step_of",
    "steps_from",
    "terms_in",
    "texts_in",
    "titles_of",
]
