"""Who acts on a teachers' page, as the record notes it."""

from ui.visit import Visit


def acting(visit: Visit) -> str:
    """The name under which what this teacher does is noted."""
    return visit.actor
