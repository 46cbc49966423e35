"""Lessons on paper: the teaching plan, the handout, the worksheet and its answer key."""

from courseware.language import DISPLAY_LANGUAGES, DisplayLanguage
from papers.display_language import read_display_language
from papers.papers import teaching_plan

__all__ = ["DISPLAY_LANGUAGES", "DisplayLanguage", "read_display_language", "teaching_plan"]
