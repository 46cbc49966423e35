"""Lessons on paper: the teaching plan, the handout, the worksheet and its answer key."""

from papers.papers import teaching_plan
from papers.tongue import TONGUES, Tongue, read_tongue

__all__ = ["TONGUES", "Tongue", "read_tongue", "teaching_plan"]
