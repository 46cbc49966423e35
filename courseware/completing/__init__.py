"""Suggests what may be written where the cursor stands: keys, values, and whole parts to fill in."""

from courseware.completing.hint import hint
from courseware.completing.suggest import Situation, situation, suggest, unused
from courseware.completing.suggestion import Suggestion
from courseware.completing.written import Written

__all__ = ["Situation", "Suggestion", "Written", "hint", "situation", "suggest", "unused"]
