"""People and what they did: students, attempts, progress, marks."""

from classroom.address import address_in, folder_in
from classroom.attempt import Attempt
from classroom.drafts import draft, save_draft
from classroom.frozen import variant_for
from classroom.guest import student_here
from classroom.help import again, take_hint
from classroom.own_table import own_table
from classroom.portfolio import Answered, Foreseen, Portfolio, Thought, portfolio
from classroom.prediction import Prediction, predict, predictions
from classroom.setting import Settings, keep_settings, settings
from classroom.standings import Standing, standing
from classroom.store import Store, open_store
from classroom.student import Student
from classroom.submission import Outcome, submit
from classroom.walk import Place, Progress, last_place, place, progress, visit

__all__ = [
    "Answered",
    "Attempt",
    "Foreseen",
    "Outcome",
    "Place",
    "Portfolio",
    "Prediction",
    "Progress",
    "Settings",
    "Standing",
    "Store",
    "Student",
    "Thought",
    "address_in",
    "again",
    "draft",
    "folder_in",
    "keep_settings",
    "last_place",
    "open_store",
    "own_table",
    "place",
    "portfolio",
    "predict",
    "predictions",
    "progress",
    "save_draft",
    "settings",
    "standing",
    "student_here",
    "submit",
    "take_hint",
    "variant_for",
    "visit",
]
