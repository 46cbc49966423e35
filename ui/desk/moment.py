"""When something was, as a reader says it."""

from datetime import datetime

from courseware.language import Language, conventions


def clock_time(at: datetime, language: Language) -> str:
    """Day and time in the lab's own time zone.

    >>> from datetime import UTC
    >>> len(clock_time(datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "en")) > 10
    True
    """
    return conventions(language).moment.format(at=at.astimezone())
