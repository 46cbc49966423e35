"""The small course that these tests write in."""

from tests.course.small_course import library

__all__ = ["library"]
