"""Whether draws meet what the item requires, and whether right answers are marked right."""

from collections.abc import Iterable, Iterator
from typing import Final

from course.bank_lint.draws import Draws
from courseware.text import Text
from exercises.drawing import grade, right_response, wrong_response
from exercises.exercise import kind_of
from exercises.grade import Grade
from exercises.item import Item
from exercises.kind import Finding
from exercises.scope import has_random_draws

UNLUCKY: Final = 0.1
"""The share of students whose data may miss a `require` that cannot be drawn again."""

SHOW: Final = Text(
    en="Look at the item with python -m exercises show.", zh="请用 python -m exercises show 查看这道题。"
)


def requirement(item: Item, draws: Draws) -> Iterator[Finding]:
    """A `require` that too many students' draws miss."""
    unmet = sum(not scope.is_met for scope, _ in draws) / len(draws)
    if unmet > (0 if has_random_draws(item) else UNLUCKY):
        message = Text(
            en=f"For {unmet:.0%} of the students no draw meets this.",
            zh=f"{unmet:.0%} 的学生无论怎样抽取都不满足。",
        )
        yield Finding(("require",), message, _RELAX, "warning")


def marks(draws: Draws) -> Iterable[Finding]:
    """Whether the right answer is right, and the answer that should not be is not, for a few students."""
    for _, variant in draws[:: len(draws) // 5 or 1]:
        if kind_of(variant.kind).is_marked_by_hand:
            return ()
        right, wrong = grade(variant, right_response(variant)), grade(variant, wrong_response(variant))
        if not (isinstance(right, Grade) and right.is_right):
            return (Finding((), _RIGHT_IS_WRONG, SHOW),)
        if not isinstance(wrong, Grade) or wrong.is_right:
            return (Finding((), _WRONG_IS_RIGHT, SHOW),)
    return ()


_RELAX: Final = Text(
    en="Relax require, or widen the params.", zh="请放宽 require，或扩大 params 的取值范围。"
)
_RIGHT_IS_WRONG: Final = Text(en="The right answer is not marked right.", zh="正确答案没有被判为正确。")
_WRONG_IS_RIGHT: Final = Text(en="There is no answer that is not right.", zh="没有任何答案会被判为不对。")
