"""A lesson as a small picture: the simulation that is played most in it, as it begins in free play."""

from base64 import b64encode
from collections import Counter
from functools import lru_cache

from lessons import Lesson
from lessons.steps import contract
from simulations import catalogue
from simulations.thumbnail import thumbnail
from web.runs import picture_of


def stamp_of(lesson: Lesson) -> str:
    """Its address, which holds the picture itself; empty if nothing is played. It gives nothing away."""
    played = Counter(name for step in lesson.steps if (name := contract(step).plays()) is not None)
    known = [name for name, _ in played.most_common() if name in catalogue()]
    return f"data:image/svg+xml;base64,{_stamp(known[0])}" if known else ""


@lru_cache(maxsize=128)
def _stamp(name: str) -> str:
    simulation = catalogue()[name]
    picture = picture_of(simulation, next(iter(simulation.views)), simulation.model(), "en")
    return b64encode(thumbnail(picture).encode()).decode()
