"""Points as a reader is told them: so many of so many, and what waits for a teacher beside them."""

from courseware.interface import say
from courseware.text import Language


def points_told(
    points: float, possible: float, language: Language, *, waiting: int = 0, to_come: float = 0.0
) -> str:
    """The points, and as long as answers wait for a teacher that they are provisional and what may come."""
    said = say("points", language, points=f"{points:.3g}", all=f"{possible:g}")
    if not waiting:
        return said
    return f"{said} · {say('points_to_come', language, n=waiting, most=f'{to_come:.3g}')}"
