"""Put steps in order; every pair that stands the right way round counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Annotated, Final, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Text
from exercises.fields import Option, Ordering
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import TYPE, BankModel, Item
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.order.help import HELP
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class OrderStep(BankModel):
    """A step, and why it comes after the one before it."""

    text: Annotated[Text, about("What it says.", "步骤的文字。")]
    why: Annotated[Text | None, about("Why it comes after the one before it.", "为什么排在前一步之后。")] = (
        None
    )


class OrderItem(Item):
    """Steps in their right order."""

    type: Annotated[Literal["order"], TYPE]
    steps: Annotated[
        tuple[OrderStep, ...],
        Field(min_length=3, max_length=10),
        about("The steps, in order.", "各步骤，按顺序。"),
    ]


@dataclass(frozen=True)
class OrderSolution:
    """The ids in their right order, with their texts and reasons."""

    order: tuple[str, ...]
    texts: Mapping[str, Text]
    whys: Mapping[str, Text]


class OrderKind(QuestionKind[OrderItem]):
    """Marks an order by Kendall's τ, nothing below nothing."""

    item = OrderItem
    help = HELP

    def draw(self, item: OrderItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The steps in an order drawn by lot that is never the right one."""
        shown = scope.shuffled(range(len(item.steps)), "steps")
        if shown == sorted(shown):
            shown = shown[1:] + shown[:1]
        ids = {step: f"o{place}" for place, step in enumerate(shown, 1)}
        texts = {ids[step]: scope.fill(item.steps[step].text) for step in shown}
        written = {ids[index]: step.why for index, step in enumerate(item.steps)}
        whys = {id_: scope.fill(why) for id_, why in written.items() if why}
        field = Ordering(ANSWER, _ORDER, tuple(Option(id_, text) for id_, text in texts.items()))
        order = tuple(ids[step] for step in range(len(item.steps)))
        return Question(scope.fill(item.stem), (field,)), to_json(OrderSolution(order, texts, whys))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of a list that holds every id once."""
        solution = from_json(OrderSolution, variant.solution)
        given = variant.question.field(Ordering).read(response)
        if isinstance(given, Invalid):
            return given
        score = kendall([solution.order.index(id_) for id_ in given])
        return Grade(
            score, _first_slip(solution, given), _RIGHT if score >= 1 else _feedback(solution, given)
        )

    def reveal(self, variant: Variant) -> Text:
        """The steps, numbered."""
        solution = from_json(OrderSolution, variant.solution)
        steps = [(number, solution.texts[id_]) for number, id_ in enumerate(solution.order, 1)]
        en = "".join(f"\n{number}. {text.en}" for number, text in steps)
        zh = "".join(f"\n{number}. {text.zh}" for number, text in steps)
        return Text(en=f"in this order{en}", zh=f"顺序如下{zh}")

    def right(self, variant: Variant) -> Json:
        """The right order."""
        return list(from_json(OrderSolution, variant.solution).order)

    def wrong(self, variant: Variant) -> Json:
        """The right order backwards."""
        return list(reversed(from_json(OrderSolution, variant.solution).order))

    def check(self, item: OrderItem) -> Iterable[Finding]:  # noqa: ARG002
        """Its model says all."""
        return ()

    def alternatives(self, item: OrderItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: OrderItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: OrderItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:  # noqa: ARG002
        """Nothing shows only over many draws."""
        return ()


def kendall(ranks: Sequence[int]) -> float:
    """Kendall's τ between `ranks` and 0, 1, 2, … (1 the same, 0 as by chance), not below nothing.

    The share of pairs the right way round less the share the wrong way round: an edit distance, since
    the wrong pairs are the swaps of neighbours it takes to put things right. Each pair is one thing
    known ("this comes before that"), and an order drawn by lot earns about nothing, which the number
    of right places would not give. Kendall, M. G. (1938), A new measure of rank correlation,
    Biometrika 30(1/2).

    >>> kendall([0, 1, 2]), round(kendall([1, 0, 2]), 4), kendall([2, 1, 0])
    (1.0, 0.3333, 0.0)
    """
    pairs = list(combinations(ranks, 2))
    return max(0.0, 1 - 2 * sum(first > second for first, second in pairs) / len(pairs))


def _first_slip(solution: OrderSolution, response: Sequence[str]) -> tuple[GradePart, ...]:
    """The first step that stands before the one it follows; one at a time, so that thinking pays."""
    for before, after in pairwise(solution.order):
        if response.index(after) < response.index(before):
            return (GradePart(solution.texts[after], 0.0, solution.whys.get(after, _TOO_EARLY), after),)
    return ()


def _feedback(solution: OrderSolution, answer: Sequence[str]) -> Text:
    ranks = [solution.order.index(id_) for id_ in answer]
    pairs = list(combinations(ranks, 2))
    good = sum(first < second for first, second in pairs)
    return Text(
        en=f"{good} of {len(pairs)} pairs stand the right way round.",
        zh=f"{len(pairs)} 对先后关系中有 {good} 对正确。",
    )


_ORDER: Final = Text(en="Put all of them in order, first to last.", zh="请从先到后，把下面各项全部排好。")
_RIGHT: Final = Text(en="Right: this is the order.", zh="回答正确：顺序就是这样。")
_TOO_EARLY: Final = Text(en="This comes too early.", zh="这一步排得太早了。")

KIND: Final = OrderKind()
