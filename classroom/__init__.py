"""People and what they did: students, attempts, progress, marks."""

from classroom.address import address_in, folder_in
from classroom.attempt import Attempt
from classroom.drafts import draft, save_draft
from classroom.frozen import variant_for
from classroom.guest import student_here
from classroom.help import again, take_hint
from classroom.keeping import (
    Check,
    Conflict,
    CourseFile,
    Refused,
    Saved,
    note_file,
    save_file,
)
from classroom.own_table import own_table
from classroom.portfolio import Answered, Foreseen, Portfolio, Thought, portfolio
from classroom.prediction import Prediction, predict, predictions
from classroom.rehearsal import rehearsal
from classroom.revisions import (
    Revision,
    Why,
    digest_of,
    keep_revision,
    latest_of_all,
    revisions,
    text_of,
)
from classroom.setting import Settings, keep_settings, settings
from classroom.standings import Standing, standing
from classroom.store import Store, open_store
from classroom.student import Student
from classroom.submission import Outcome, submit
from classroom.unsaved import Unsaved, drop_unsaved, keep_unsaved, unsaved
from classroom.walk import Place, Progress, last_place, place, progress, visit

__all__ = [
    "Answered",
    "Attempt",
    "Check",
    "Conflict",
    "CourseFile",
    "Foreseen",
    "Outcome",
    "Place",
    "Portfolio",
    "Prediction",
    "Progress",
    "Refused",
    "Revision",
    "Saved",
    "Settings",
    "Standing",
    "Store",
    "Student",
    "Thought",
    "Unsaved",
    "Why",
    "address_in",
    "again",
    "digest_of",
    "draft",
    "drop_unsaved",
    "folder_in",
    "keep_revision",
    "keep_settings",
    "keep_unsaved",
    "last_place",
    "latest_of_all",
    "note_file",
    "open_store",
    "own_table",
    "place",
    "portfolio",
    "predict",
    "predictions",
    "progress",
    "rehearsal",
    "revisions",
    "save_draft",
    "save_file",
    "settings",
    "standing",
    "student_here",
    "submit",
    "take_hint",
    "text_of",
    "unsaved",
    "variant_for",
    "visit",
]
