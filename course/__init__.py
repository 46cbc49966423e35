"""The course as it lies in files: read, judged, watched, saved, exported and imported."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from course.bank_registry import BankRegistry, all_exercises, bank_registry, find_exercise
from course.bank_text import check_bank_text
from course.course_library import Library
from course.current import (
    course_plan,
    find_lesson,
    glossary,
    lesson_registry,
    lessons_after,
    library,
    link_terms,
    plain_terms,
    terms_of,
)
from course.files import CourseFile
from course.folders import LIBRARY, bank_layers, lesson_layers
from course.judge import check_lesson_files, check_lesson_text
from course.known import KnownNames, Playable, known_to_the_lab
from course.lesson_lint.unused import used_items
from course.lesson_registry import LessonRegistry
from course.letterhead import Letterhead, letterhead
from course.saving import save_lesson_file

__all__ = [
    "LIBRARY",
    "BankRegistry",
    "CourseFile",
    "KnownNames",
    "LessonRegistry",
    "Letterhead",
    "Library",
    "Playable",
    "all_exercises",
    "bank_layers",
    "bank_registry",
    "check_bank_text",
    "check_lesson_files",
    "check_lesson_text",
    "course_plan",
    "find_exercise",
    "find_lesson",
    "glossary",
    "known_to_the_lab",
    "lesson_layers",
    "lesson_registry",
    "lessons_after",
    "letterhead",
    "library",
    "link_terms",
    "plain_terms",
    "save_lesson_file",
    "terms_of",
    "used_items",
]
