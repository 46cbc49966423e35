"""The small course that tests of lessons write in."""

from tests.course.small_course import library

__all__ = ["library"]
