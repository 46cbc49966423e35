"""How a QTI item marks: its own rules are run on answers, so that nobody has to guess what they mean."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.qti.reading.expressions import UNKNOWN_RULE, Budget, Evaluator, is_true
from interchange.qti.reading.tree import every
from interchange.qti.reading.variables import ResponseValue, Variable, variable_of
from interchange.xml_tree import Element

SCORE: Final = "SCORE"
_BRANCHES: Final = ("responseif", "responseelseif", "responseelse")


@dataclass(frozen=True)
class ScoringResult:
    """What an answer led to: its score, and the values of all outcomes."""

    score: float
    values: Mapping[str, ResponseValue]


class _Done(Exception):  # noqa: N818 (no error: rules may end early)
    """The rules ask to stop here."""


class Rules:
    """The marking of one item."""

    def __init__(self, item: Element, budget: Budget) -> None:
        declared = every(item, "responsedeclaration", "outcomedeclaration")
        self._declared = {one.name: one for one in map(variable_of, declared)}
        self._budget = budget
        self._outcomes = {one.attributes.get("identifier", "") for one in every(item, "outcomedeclaration")}
        self._processing = item.get("responseprocessing")

    @property
    def is_silent(self) -> bool:
        """Whether the item says nothing of how it is marked, so that only what is right is known."""
        return self._processing is None or not (self._processing.inside or self._template)

    def response(self, name: str) -> Variable:
        """The response of this name; an empty one if it is not declared."""
        return self._declared.get(name, Variable(name, ""))

    def run(self, name: str, answer: ResponseValue) -> ScoringResult:
        """What the rules make of an answer to the response of this name."""
        if self.is_silent or self._template:
            return self._by_template(name, answer)
        state = {one: self._declared[one].at_first for one in self._outcomes}
        at = Evaluator(self._declared, self._budget, {**state, name: answer})
        try:
            with suppress(_Done):
                _run(at, self._processing.inside if self._processing else ())
        except (
            ValueError,
            TypeError,
            IndexError,
            OverflowError,
        ) as error:  # operands that do not go together
            raise error if isinstance(error, ReaderError) else ReaderError(_AT_ODDS) from error
        return ScoringResult(_score(at.state.get(SCORE, ())), at.state)

    @property
    def _template(self) -> str:
        """The name of the standard rules that the item refers to, such as match_correct."""
        if self._processing is None or self._processing.inside:
            return ""
        return self._processing.attributes.get("template", "").rpartition("/")[2].removesuffix(".xml").lower()

    def _by_template(self, name: str, answer: ResponseValue) -> ScoringResult:
        self._budget.spend()
        response, template = self.response(name), self._template
        if template == "map_response" or (not template and not response.right):
            score = response.worth.of(answer) if response.worth else 0.0
        elif template in ("", "match_correct", "cc2_match_basic", "cc2_match"):
            is_right = answer == response.right if response.is_ordered else {*answer} == {*response.right}
            score = float(is_right)
        else:
            raise ReaderError(UNKNOWN_RULE.fill({"tag": template[:40]}))
        return ScoringResult(score, {SCORE: (score,)})


def _score(value: ResponseValue) -> float:
    """A score that was reckoned; nothing if none was set."""
    score = float(value[0]) if value else 0.0
    if not isfinite(score):
        raise ReaderError(_AT_ODDS)
    return score


def _run(at: Evaluator, rules: Iterable[Element]) -> None:
    for rule in rules:
        at.budget.spend()
        match rule.tag:
            case "responsecondition":
                _branch(at, rule)
            case "setoutcomevalue":
                name = rule.attributes.get("identifier", "")
                at.state[name] = at.value(rule.inside[0])
            case "responseprocessingfragment":
                _run(at, rule.inside)
            case "exitresponse":
                raise _Done
            case _:
                raise ReaderError(UNKNOWN_RULE.fill({"tag": rule.tag[:40]}))


def _branch(at: Evaluator, condition: Element) -> None:
    """Follows the first branch whose condition holds."""
    for branch in condition.inside:
        if branch.tag not in _BRANCHES:
            raise ReaderError(UNKNOWN_RULE.fill({"tag": branch.tag[:40]}))
        if branch.tag == "responseelse":
            return _run(at, branch.inside)
        if branch.inside and is_true(at.value(branch.inside[0])):
            return _run(at, branch.inside[1:])
    return None


_AT_ODDS: Final = Text(
    en="Its marking rules put together what does not go together.", zh="判分规则中有对不上的运算。"
)
