"""Marking by teachers: what waits, points by a rubric, a second marker, and what then counts."""

from classroom.marking.comments import forget_comment, save_comment, saved_comments
from classroom.marking.marks import (
    APART,
    GivenMark,
    MarkedResponse,
    MarkingHistory,
    agree,
    mark_response,
    marking_of,
)
from classroom.marking.queue import MarkingStage, QueueEntry, QueueSelection, by_hand, responses_to_mark

__all__ = [
    "APART",
    "GivenMark",
    "MarkedResponse",
    "MarkingHistory",
    "MarkingStage",
    "QueueEntry",
    "QueueSelection",
    "agree",
    "by_hand",
    "forget_comment",
    "mark_response",
    "marking_of",
    "responses_to_mark",
    "save_comment",
    "saved_comments",
]
