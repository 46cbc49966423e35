"""When something was, as a reader says it."""

from datetime import datetime

from courseware.text import Language


def clock_time(at: datetime, language: Language) -> str:
    """Day and time in the lab's own time zone.

    >>> from datetime import UTC
    >>> len(clock_time(datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "en")) > 10
    True
    """
    here = at.astimezone()
    if language == "zh":
        return f"{here.month}月{here.day}日 {here:%H:%M:%S}"
    return f"{here.day} {here:%b %H:%M:%S}"
