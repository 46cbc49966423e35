"""Suggests what may be written where the cursor stands: keys, values, and whole parts to fill in."""

from authoring.completing.hint import hint
from authoring.completing.suggest import Situation, situation, suggest, unused
from authoring.completing.suggestion import Suggestion
from authoring.completing.written import WrittenKeys

__all__ = ["Situation", "Suggestion", "WrittenKeys", "hint", "situation", "suggest", "unused"]
