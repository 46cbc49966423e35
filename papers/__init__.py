"""Lessons on paper: the teaching plan, the handout, the worksheet and its answer key."""

from courseware.language import TONGUES, Tongue
from papers.papers import teaching_plan
from papers.tongue import read_tongue

__all__ = ["TONGUES", "Tongue", "read_tongue", "teaching_plan"]
