"""The papers of a lesson, ready to hand out."""

from courseware.language import DisplayLanguage
from lessons.lesson import Lesson
from lessons.plan import Course
from lessons.terms import Glossary
from papers.markdown import Prose
from papers.plan import plan_of


def teaching_plan(
    lesson: Lesson, course: Course, glossary: Glossary, display_language: DisplayLanguage
) -> bytes:
    """The teaching plan of a lesson as a Word document (.docx)."""
    from papers.word import plan_document  # no other page needs Word

    return plan_document(plan_of(lesson, course), Prose(glossary), display_language)
