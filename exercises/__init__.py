"""Questions: how a bank writes them, drawing one for each student, marking the answers."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from exercises.bank_file import DataUse
from exercises.drawing import draw, grade, own_data, own_table, reveal, right_response, wrong_response
from exercises.exercise import Exercise, is_silent
from exercises.fields import (
    AskedControl,
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Option,
    Ordering,
    TableCell,
    TableField,
    made_of,
)
from exercises.grade import Grade, GradePart, Invalid, earn, worth
from exercises.question import ANSWER, Question
from exercises.saying import say_response
from exercises.variant import Hint, Variant

__all__ = [
    "ANSWER",
    "AskedControl",
    "Assign",
    "Controls",
    "DataUse",
    "Exercise",
    "Field",
    "Gaps",
    "Grade",
    "GradePart",
    "Hint",
    "Invalid",
    "LongText",
    "ManyOf",
    "NumberField",
    "OneOf",
    "Option",
    "Ordering",
    "Question",
    "TableCell",
    "TableField",
    "Variant",
    "draw",
    "earn",
    "grade",
    "is_silent",
    "made_of",
    "own_data",
    "own_table",
    "reveal",
    "right_response",
    "say_response",
    "worth",
    "wrong_response",
]
