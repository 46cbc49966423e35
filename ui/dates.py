"""Points in time as the school's clock shows them, with the zone said where somebody sets one."""

from datetime import datetime


def at_school(at: datetime) -> str:
    """A point in time by the clock of the computer that runs the lab."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def zone_of(at: datetime) -> str:
    """The time zone of the school at that time, such as UTC+08:00; names of zones are read in many ways.

    >>> from datetime import UTC
    >>> zone_of(datetime(2026, 3, 2, 9, 5, tzinfo=UTC))[:3]
    'UTC'
    """
    shift = f"{at.astimezone():%z}"
    return f"UTC{shift[:3]}:{shift[3:5]}"
