"""People and what they did: students, attempts, progress, marks, class hours."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from classroom.attempt import Attempt
from classroom.classes import SchoolClass, school_class, school_classes, students_of
from classroom.drafts import draft, save_draft
from classroom.enrolment import enrol_all_members
from classroom.export import harmless
from classroom.foreseen import Foreseen, as_choice, foreseen
from classroom.frozen import variant_for
from classroom.guests import KEPT_FOR as GUESTS_KEPT_FOR
from classroom.guests import end_guests, guest_of, owner_here, owner_of
from classroom.help import again, take_hint
from classroom.own_table import own_table
from classroom.portfolio import AnsweredQuestion, Portfolio, Thought, portfolio
from classroom.prediction import Prediction, predict, predictions
from classroom.progress import LessonPlace, Progress, last_place, place, progress, steps_seen, visit
from classroom.question_status import QuestionStatus, open_items, question_status
from classroom.records.address import address_in, folder_in
from classroom.records.store import Store, open_store
from classroom.records.student import Student
from classroom.revisions.history import (
    Revision,
    Why,
    digest_of,
    keep_revision,
    latest_of_all,
    revisions_of,
    text_of,
)
from classroom.revisions.moving import Change, delete_file, deleted_files, rename_file, writers
from classroom.revisions.saving import (
    Conflict,
    Refused,
    Saved,
    TextCheck,
    note_file,
    replace_unreadable,
    save_file,
)
from classroom.revisions.unsaved import Unsaved, drop_unsaved, keep_unsaved, unsaved
from classroom.sandbox import sandbox
from classroom.submission import SubmissionResult, submit
from classroom.teacher_sessions import (
    begin_session,
    end_all_sessions,
    end_session,
    forget_old,
    is_session,
    make_link,
    use_link,
)
from classroom.teaching.presenting import (
    ClockState,
    Move,
    Presented,
    StepPosition,
    keep_move,
    name_class,
    presented,
)
from classroom.teaching.roster_entry import ClassList, RosterEntry
from classroom.teaching.roster_list import read_file, read_list
from classroom.teaching.rosters import (
    Member,
    Roster,
    call_next,
    class_names,
    forget_roster,
    grouped,
    keep_roster,
    roster,
    set_absent,
    today,
    undo_call,
)
from classroom.teaching.timing import PresentationTiming, StepTiming, timing_of, timings
from classroom.teaching.tool_notes import ToolName, keep_tool_note, tool_note

__all__ = [
    "GUESTS_KEPT_FOR",
    "AnsweredQuestion",
    "Attempt",
    "Change",
    "ClassList",
    "ClockState",
    "Conflict",
    "Foreseen",
    "LessonPlace",
    "Member",
    "Move",
    "Portfolio",
    "Prediction",
    "PresentationTiming",
    "Presented",
    "Progress",
    "QuestionStatus",
    "Refused",
    "Revision",
    "Roster",
    "RosterEntry",
    "Saved",
    "SchoolClass",
    "StepPosition",
    "StepTiming",
    "Store",
    "Student",
    "SubmissionResult",
    "TextCheck",
    "Thought",
    "ToolName",
    "Unsaved",
    "Why",
    "address_in",
    "again",
    "as_choice",
    "begin_session",
    "call_next",
    "class_names",
    "delete_file",
    "deleted_files",
    "digest_of",
    "draft",
    "drop_unsaved",
    "end_all_sessions",
    "end_guests",
    "end_session",
    "enrol_all_members",
    "folder_in",
    "foreseen",
    "forget_old",
    "forget_roster",
    "grouped",
    "guest_of",
    "harmless",
    "is_session",
    "keep_move",
    "keep_revision",
    "keep_roster",
    "keep_tool_note",
    "keep_unsaved",
    "last_place",
    "latest_of_all",
    "make_link",
    "name_class",
    "note_file",
    "open_items",
    "open_store",
    "own_table",
    "owner_here",
    "owner_of",
    "place",
    "portfolio",
    "predict",
    "predictions",
    "presented",
    "progress",
    "question_status",
    "read_file",
    "read_list",
    "rename_file",
    "replace_unreadable",
    "revisions_of",
    "roster",
    "sandbox",
    "save_draft",
    "save_file",
    "school_class",
    "school_classes",
    "set_absent",
    "steps_seen",
    "students_of",
    "submit",
    "take_hint",
    "text_of",
    "timing_of",
    "timings",
    "today",
    "tool_note",
    "undo_call",
    "unsaved",
    "use_link",
    "variant_for",
    "visit",
    "writers",
]
