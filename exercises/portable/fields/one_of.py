"""One option chosen, as a platform marks it."""

from exercises.fields import OneOf
from exercises.portable.question import PortableOption
from exercises.portable.told import Answers, mark_of, why_of
from exercises.variant import Variant


def answers(field: OneOf, variant: Variant) -> Answers:
    """What each option earns by itself, and why."""
    marks = {option.id: mark_of(variant, option.id) for option in field.options}
    return Answers(
        "truth" if field.is_truth else "single",
        options=tuple(
            PortableOption(option.text, marks[option.id].score, why_of(marks[option.id], option.text))
            for option in field.options
        ),
    )
