"""A question in a list to choose from: what it asks, shortened, and its id, so that typing finds either."""

from typing import Final

from courseware.text import Language
from exercises import Exercise
from ui.analysis.paper import stem_of

_LETTERS: Final = 70


def question_label(exercise: Exercise, language: Language) -> str:
    """What the question asks in one line, and its id."""
    stem = stem_of(exercise, language)
    return f"{stem if len(stem) <= _LETTERS else stem[: _LETTERS - 1] + '…'} · {exercise.id}"
