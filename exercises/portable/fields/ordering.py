"""An order, as a platform marks it."""

from exercises.drawing import right_response
from exercises.fields import Ordering
from exercises.portable.told import Answers
from exercises.question import ANSWER
from exercises.variant import Variant


def answers(field: Ordering, variant: Variant) -> Answers:
    """The texts in their right order."""
    right = right_response(variant)[ANSWER]
    texts = {option.id: option.text for option in field.options}
    return Answers(
        "order", order=tuple(texts[str(id_)] for id_ in (right if isinstance(right, list) else ()))
    )
