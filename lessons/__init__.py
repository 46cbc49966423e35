"""Lessons: their steps, the plan of the course, its words, and the slides that are made of them."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from lessons.assignment import (
    AssignmentMode,
    AssignmentPart,
    AssignmentPlan,
    DatedAssignment,
    ItemFacts,
    ItemPool,
    LateRule,
    read_assignment,
)
from lessons.lesson import Goals, Lesson, titles_of
from lessons.links import link_words, linked_terms, terms_in, texts_in
from lessons.mark_presets import mark_presets, parts_of
from lessons.marking import MarkPart, Marks, Rounding, Usual
from lessons.passages import SlidePassage
from lessons.plan import Course, PlanEntry, School, Unit
from lessons.slide import Slide, SlideKind
from lessons.slides import find_slide, slides, step_of, steps_from
from lessons.step import Claim, StageName
from lessons.steps import (
    AskStep,
    CurveGuess,
    DiscussStep,
    ExerciseStep,
    NumberGuess,
    PlayControl,
    PlayStep,
    PlayTask,
    Predict,
    PredictOption,
    ReadStep,
    Step,
    StepKind,
    TaskProgress,
    TaskWay,
    kind_of,
    progress_of,
    ways_met,
)
from lessons.terms import Also, Glossary, Term
from lessons.written import Citation

__all__ = [
    "Also",
    "AskStep",
    "AssignmentMode",
    "AssignmentPart",
    "AssignmentPlan",
    "Citation",
    "Claim",
    "Course",
    "CurveGuess",
    "DatedAssignment",
    "DiscussStep",
    "ExerciseStep",
    "Glossary",
    "Goals",
    "ItemFacts",
    "ItemPool",
    "LateRule",
    "Lesson",
    "MarkPart",
    "Marks",
    "NumberGuess",
    "PlanEntry",
    "PlayControl",
    "PlayStep",
    "PlayTask",
    "Predict",
    "PredictOption",
    "ReadStep",
    "Rounding",
    "School",
    "Slide",
    "SlideKind",
    "SlidePassage",
    "StageName",
    "Step",
    "StepKind",
    "TaskProgress",
    "TaskWay",
    "Term",
    "Unit",
    "Usual",
    "find_slide",
    "kind_of",
    "link_words",
    "linked_terms",
    "mark_presets",
    "parts_of",
    "progress_of",
    "read_assignment",
    "slides",
    "step_of",
    "steps_from",
    "terms_in",
    "texts_in",
    "titles_of",
    "ways_met",
]
