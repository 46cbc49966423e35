"""Points in time as the school's clock shows them, with the zone said where somebody sets one."""

from datetime import datetime


def at_school(at: datetime) -> str:
    """A point in time by the clock of the computer that runs the lab."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def zone_of(at: datetime) -> str:
    """The time zone of the school at that time, such as UTC+08:00 (CST)."""
    local = at.astimezone()
    shift = f"{local:%z}"
    return f"UTC{shift[:3]}:{shift[3:5]} ({local.tzname()})"
