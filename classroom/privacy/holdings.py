"""What each table of the record holds of a person, and what becomes of it; the page on privacy reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

HoldingGroup = Literal["name", "access", "place", "work", "marks", "peers", "class_hour", "staff", "nobody"]
"""Why it is held, in one word; the words of the page say it in full."""


@dataclass(frozen=True)
class Holding:
    """What one table is to the people in it.

    `is_kept_with_marks` tells whether its rows stay, without a name, if a student's marks are to be kept;
    `words` are its columns in which somebody may have written something, which are emptied then.
    """

    group: HoldingGroup
    is_kept_with_marks: bool = False
    words: tuple[str, ...] = ()

    @property
    def is_about_students(self) -> bool:
        """Whether a row says something of a student."""
        return self.group not in ("staff", "nobody")


HOLDINGS: Final[Mapping[str, Holding]] = MappingProxyType(
    {
        "student": Holding("name"),
        "roster_member": Holding("name"),
        "entry_request": Holding("name"),
        "device": Holding("access"),
        "student_session": Holding("access"),
        "pin": Holding("access"),
        "pin_try": Holding("access"),
        "place": Holding("place"),
        "seen": Holding("place"),
        "setting": Holding("place"),
        "draft": Holding("work"),
        "prediction": Holding("work"),
        "work_setting": Holding("work"),
        "found_way": Holding("work"),
        "hint": Holding("work", is_kept_with_marks=True),
        "variant": Holding("work", is_kept_with_marks=True),
        "attempt": Holding("work", is_kept_with_marks=True, words=("response", "grade")),
        "assessment": Holding("marks", is_kept_with_marks=True, words=("grade", "why")),
        "mark_entry": Holding("marks", is_kept_with_marks=True, words=("why",)),
        "attendance": Holding("marks", is_kept_with_marks=True),
        "extension": Holding("marks", is_kept_with_marks=True, words=("why",)),
        "sitting": Holding("marks", is_kept_with_marks=True),
        "peer_member": Holding("peers", is_kept_with_marks=True),
        "peer_rating": Holding("peers", is_kept_with_marks=True, words=("value",)),
        "roster_call": Holding("class_hour"),
        "roster_absence": Holding("class_hour"),
        "tool_note": Holding("class_hour"),
        "live_seat": Holding("class_hour"),
        "live_vote": Holding("class_hour"),
        "live_approval": Holding("class_hour"),
        "live_question": Holding("class_hour"),
        "live_question_vote": Holding("class_hour"),
        "live_presence": Holding("class_hour"),
        "performance": Holding("marks", is_kept_with_marks=True, words=("why",)),
        "teacher_session": Holding("staff"),
        "teacher_link": Holding("staff"),
        "staff": Holding("staff"),
        "audit_entry": Holding("staff"),
        "revision": Holding("staff"),
        "unsaved": Holding("staff"),
        "saved_comment": Holding("staff"),
        "presentation": Holding("staff"),
        "live_room": Holding("staff"),
        "assignment": Holding("staff"),
        "peer_round": Holding("staff"),
        "school_class": Holding("nobody"),
        "pace": Holding("nobody"),
        "live_poll": Holding("nobody"),
        "live_race": Holding("nobody"),
        "live_check": Holding("nobody"),
        "secret": Holding("nobody"),
    }
)
"""Every table of the record has its line, in the order of the page."""
SECRET_COLUMNS: Final = frozenset({"hash", "digest", "address_digest", "response_digest", "wording"})
"""What nobody can read, its owner neither: it is not exported."""
