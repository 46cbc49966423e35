"""A passage, which a teacher marks on every platform."""

from exercises.portable.told import Answers
from exercises.rubric import rubric_of
from exercises.variant import Variant


def answers(variant: Variant) -> Answers:
    """What it is marked by."""
    return Answers("text", rubric=rubric_of(variant))
