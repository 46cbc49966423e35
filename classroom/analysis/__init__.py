"""What the answers of a class say: of each question, of a paper, of each wrong answer."""

from classroom.analysis.answer_shares import FIFTHS, AnswerShares, answer_shares
from classroom.analysis.answers import FirstAnswer, first_answers
from classroom.analysis.first_attempts import (
    FirstAttempt,
    StudentSelection,
    classes_with_answers,
    first_attempts,
    last_answers,
)
from classroom.analysis.item_statistics import ItemStatistics, item_statistics
from classroom.analysis.mark_table import ENOUGH, MarkTable, mark_table
from classroom.analysis.paper_statistics import PaperStatistics, paper_statistics
from classroom.analysis.times import Quartiles, quartiles
from classroom.analysis.variants import VariantGroup, variant_groups

__all__ = [
    "ENOUGH",
    "FIFTHS",
    "AnswerShares",
    "FirstAnswer",
    "FirstAttempt",
    "ItemStatistics",
    "MarkTable",
    "PaperStatistics",
    "Quartiles",
    "StudentSelection",
    "VariantGroup",
    "answer_shares",
    "classes_with_answers",
    "first_answers",
    "first_attempts",
    "item_statistics",
    "last_answers",
    "mark_table",
    "paper_statistics",
    "quartiles",
    "variant_groups",
]
