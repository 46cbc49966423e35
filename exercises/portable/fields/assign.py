"""Rows given their choices, as a platform marks them."""

from collections.abc import Mapping

from exercises.drawing import right_response, wrong_response
from exercises.fields import Assign
from exercises.frozen import Json
from exercises.portable.question import PortablePair
from exercises.portable.told import Answers, mark_of, texts_of, why_of
from exercises.question import ANSWER
from exercises.variant import Variant


def answers(field: Assign, variant: Variant) -> Answers:
    """The right choice of each row and why, and the choices that no row has."""
    right = right_response(variant)[ANSWER]
    chosen: Mapping[str, Json] = right if isinstance(right, dict) else {}
    texts = {choice.id: choice.text for choice in field.choices}
    mark = mark_of(variant, wrong_response(variant)[ANSWER])
    pairs = tuple(
        PortablePair(row.text, texts[str(chosen[row.id])], why_of(mark, row.text)) for row in field.rows
    )
    used = set(chosen.values())
    return Answers("match", pairs=pairs, distractors=texts_of(c for c in field.choices if c.id not in used))
