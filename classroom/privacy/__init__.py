"""What the record holds of a person: said of each table, exported, deleted, and ended with the term."""

from classroom.privacy.deletion import Deletion, delete_person
from classroom.privacy.exporting import personal_data
from classroom.privacy.holdings import HOLDINGS, Holding, HoldingGroup
from classroom.privacy.person import Person, find_person
from classroom.privacy.term import TermEnd, end_term

__all__ = [
    "HOLDINGS",
    "Deletion",
    "Holding",
    "HoldingGroup",
    "Person",
    "TermEnd",
    "delete_person",
    "end_term",
    "find_person",
    "personal_data",
]
