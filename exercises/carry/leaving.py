"""Takes questions out of the lab: drawn, frozen and written in a platform's format."""

from collections.abc import Iterable
from dataclasses import replace

from exercises.carry.formats import Format
from exercises.carry.freezing import freeze
from exercises.carry.portable import Outcome, Wanted
from exercises.exercise import Exercise

MOST_VARIANTS = 50


def leave(
    exercises: Iterable[Exercise],
    form: Format,
    *,
    language: Wanted,
    variants: int,
    seed: str,
    name: str = "questions",
) -> Outcome:
    """The file with the exercises, up to `variants` versions of each that is drawn, and all that is lost.

    Equal seeds give equal versions.
    """
    portables, stay = freeze(exercises, variants=variants, secret=f"carried away {seed}".encode())
    outcome = form.write(portables, language=language, name=name)
    return replace(outcome, losses=(*stay, *outcome.losses))
