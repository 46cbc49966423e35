"""Questions: reading them from banks, drawing one for each student, marking the answers."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from exercises.bank_file import DataUse
from exercises.checking import check_text
from exercises.drawing import draw, grade, own_data, own_table, reveal, right_response, wrong_response
from exercises.exercise import Exercise, is_silent
from exercises.grade import Grade, Invalid, Part, earn, worth
from exercises.new import new_bank
from exercises.question import (
    ANSWER,
    Assign,
    Control,
    Controls,
    Field,
    ManyOf,
    NumberField,
    OneOf,
    Option,
    Ordering,
    Question,
)
from exercises.saying import say_answer
from exercises.shelf import Shelf, bank, find, layers, shelf
from exercises.variant import Hint, Variant

__all__ = [
    "ANSWER",
    "Assign",
    "Control",
    "Controls",
    "DataUse",
    "Exercise",
    "Field",
    "Grade",
    "Hint",
    "Invalid",
    "ManyOf",
    "NumberField",
    "OneOf",
    "Option",
    "Ordering",
    "Part",
    "Question",
    "Shelf",
    "Variant",
    "bank",
    "check_text",
    "draw",
    "earn",
    "find",
    "grade",
    "is_silent",
    "layers",
    "new_bank",
    "own_data",
    "own_table",
    "reveal",
    "right_response",
    "say_answer",
    "shelf",
    "worth",
    "wrong_response",
]
