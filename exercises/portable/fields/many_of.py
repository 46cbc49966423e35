"""Several options ticked, as a platform marks them."""

from exercises.fields import ManyOf
from exercises.portable.question import PortableOption
from exercises.portable.told import Answers, mark_of, why_of
from exercises.variant import Variant


def answers(field: ManyOf, variant: Variant) -> Answers:
    """What ticking each option adds or takes away, and why."""
    marks = {option.id: mark_of(variant, [option.id]) for option in field.options}
    right = {id_ for id_, mark in marks.items() if all(part.score >= 1 for part in mark.parts)}
    wrong = len(marks) - len(right)
    return Answers(
        "several",
        options=tuple(
            PortableOption(
                option.text,
                1 / len(right) if option.id in right else -1 / wrong,
                why_of(marks[option.id], option.text),
            )
            for option in field.options
        ),
    )
