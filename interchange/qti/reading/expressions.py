"""The expressions of QTI's rules: what they come to, given what was answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import floor, trunc
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.qti.reading.variables import NULL, ResponseValue, Variable, scalar
from interchange.uploads import check_count
from interchange.xml_tree import Element

MOST_STEPS: Final = 2_000_000
"""Expressions that are worked out for one file; two thousand questions of ours take about as many."""


@dataclass
class Budget:
    """How much is still worked out for a file, so that no rules keep the lab busy."""

    left: int = MOST_STEPS

    def spend(self) -> None:
        """One expression more; a ReaderError if there were too many."""
        self.left -= 1
        if self.left < 0:
            raise ReaderError(_TOO_LONG)


@dataclass
class Evaluator:
    """Works expressions out in a state of the item's variables."""

    declared: Mapping[str, Variable]
    budget: Budget
    state: dict[str, ResponseValue] = field(default_factory=dict)

    def value(self, node: Element) -> ResponseValue:
        """What the expression comes to; a ReaderError if the lab does not know it."""
        self.budget.spend()
        operator = _OPERATORS.get(node.tag)
        if operator is None:
            raise ReaderError(UNKNOWN_RULE.fill({"tag": node.tag[:40]}))
        return operator(self, node)

    def values(self, node: Element) -> list[ResponseValue]:
        """What each expression within comes to."""
        return [self.value(one) for one in node.inside]

    def variable(self, node: Element) -> Variable:
        """The variable that an expression names; a ReaderError if the item declares none of this name."""
        name = node.attributes.get("identifier", "")
        if name not in self.declared:
            raise ReaderError(_UNDECLARED.fill({"name": name[:40]}))
        return self.declared[name]


def is_true(value: ResponseValue) -> bool:
    """Whether a condition holds; NULL does not."""
    return value == (True,)


def _variable(at: Evaluator, node: Element) -> ResponseValue:
    return at.state.get(at.variable(node).name, NULL)


def _map_response(at: Evaluator, node: Element) -> ResponseValue:
    variable = at.variable(node)
    if variable.worth is None:
        raise ReaderError(_NO_MAPPING)
    return (variable.worth.of(at.state.get(variable.name, NULL)),)


def _base_value(_: Evaluator, node: Element) -> ResponseValue:
    return (scalar(node.said(), node.attributes.get("basetype", "")),)


def _container(at: Evaluator, node: Element) -> ResponseValue:
    values = at.values(node)
    check_count(sum(map(len, values)))  # before it is made: rules may double a container again and again
    return tuple(one for value in values for one in value)


def _index(at: Evaluator, node: Element) -> ResponseValue:
    (inner,), place = at.values(node), int(scalar(node.attributes.get("n", ""), "integer"))
    return (inner[place - 1],) if 1 <= place <= len(inner) else NULL


def _match(at: Evaluator, node: Element) -> ResponseValue:
    one, other = at.values(node)
    if NULL in (one, other):
        return NULL
    is_ordered = any(each.tag == "ordered" for each in node.inside) or _is_ordered(at, node)
    return (one == other if is_ordered else _sorted(one) == _sorted(other),)


def _is_ordered(at: Evaluator, node: Element) -> bool:
    names = (each.attributes.get("identifier", "") for each in node.inside)
    return any(at.declared[name].is_ordered for name in names if name in at.declared)


def _sorted(value: ResponseValue) -> list[str]:
    return sorted(map(repr, value))


def _equal(at: Evaluator, node: Element) -> ResponseValue:
    one, other = at.values(node)
    if NULL in (one, other):
        return NULL
    low, high = tolerances(node, float(one[0]))
    said = node.attributes.get
    above = float(other[0]) > low if said("includelowerbound") == "false" else float(other[0]) >= low
    below = float(other[0]) < high if said("includeupperbound") == "false" else float(other[0]) <= high
    return (above and below,)


def tolerances(node: Element, right: float) -> tuple[float, float]:
    """The bounds within which an `equal` takes a number for `right`."""
    mode = node.attributes.get("tolerancemode", "exact")
    if mode == "exact":
        return right, right
    widths = [float(scalar(one, "float")) for one in node.attributes.get("tolerance", "").split()[:2]]
    if not widths:
        raise ReaderError(UNKNOWN_RULE.fill({"tag": f"equal ({mode[:20]})"}))
    low, high = widths[0], widths[-1]
    if mode == "relative":
        low, high = abs(right) * low / 100, abs(right) * high / 100
    return right - low, right + high


def _compared(holds: Callable[[float, float], bool]) -> "Operator":
    def compare(at: Evaluator, node: Element) -> ResponseValue:
        one, other = at.values(node)
        return NULL if NULL in (one, other) else (holds(float(one[0]), float(other[0])),)

    return compare


def _counted(reckon: Callable[[list[float]], float]) -> "Operator":
    def count(at: Evaluator, node: Element) -> ResponseValue:
        values = at.values(node)
        if NULL in values:
            return NULL
        return (reckon([float(one) for value in values for one in value]),)

    return count


def _divided(numbers: list[float]) -> float:
    return numbers[0] / numbers[1] if numbers[1] else 0.0


def _product(numbers: list[float]) -> float:
    whole = 1.0
    for one in numbers:
        whole *= one
    return whole


def _and(at: Evaluator, node: Element) -> ResponseValue:
    values = at.values(node)
    return (False,) if (False,) in values else NULL if NULL in values else (True,)


def _or(at: Evaluator, node: Element) -> ResponseValue:
    values = at.values(node)
    return (True,) if (True,) in values else NULL if NULL in values else (False,)


def _not(at: Evaluator, node: Element) -> ResponseValue:
    (inner,) = at.values(node)
    return NULL if inner == NULL else (inner == (False,),)


def _member(at: Evaluator, node: Element) -> ResponseValue:
    one, container = at.values(node)
    return NULL if NULL in (one, container) else (one[0] in container,)


def _contains(at: Evaluator, node: Element) -> ResponseValue:
    container, part = at.values(node)
    return NULL if NULL in (container, part) else (all(one in container for one in part),)


def _string_match(at: Evaluator, node: Element) -> ResponseValue:
    one, other = (value[0] if value else None for value in at.values(node))
    if one is None or other is None:
        return NULL
    if node.attributes.get("casesensitive", "true") == "false":
        return (str(one).casefold() == str(other).casefold(),)
    return (str(one) == str(other),)


Operator = Callable[[Evaluator, Element], ResponseValue]
_OPERATORS: Final[Mapping[str, Operator]] = {
    "variable": _variable,
    "correct": lambda at, node: at.variable(node).right,
    "default": lambda at, node: at.variable(node).default,
    "mapresponse": _map_response,
    "basevalue": _base_value,
    "null": lambda _, __: NULL,
    "isnull": lambda at, node: (at.values(node) == [NULL],),
    "multiple": _container,
    "ordered": _container,
    "containersize": lambda at, node: (float(len(_container(at, node))),),
    "index": _index,
    "match": _match,
    "stringmatch": _string_match,
    "equal": _equal,
    "member": _member,
    "contains": _contains,
    "and": _and,
    "or": _or,
    "not": _not,
    "lt": _compared(lambda one, other: one < other),
    "lte": _compared(lambda one, other: one <= other),
    "gt": _compared(lambda one, other: one > other),
    "gte": _compared(lambda one, other: one >= other),
    "sum": _counted(sum),
    "product": _counted(_product),
    "subtract": _counted(lambda numbers: numbers[0] - numbers[1]),
    "divide": _counted(_divided),
    "round": _counted(lambda numbers: float(floor(numbers[0] + 0.5))),
    "truncate": _counted(lambda numbers: float(trunc(numbers[0]))),
    "max": _counted(max),
    "min": _counted(min),
}
UNKNOWN_RULE: Final = Text(
    en="Its marking uses “{tag}”, which the lab does not know.", zh="判分规则用到“{tag}”，实验室不认识。"
)
_UNDECLARED: Final = Text(
    en="Its rules name {name}, which the item does not declare.", zh="判分规则提到 {name}，但题中没有声明。"
)
_NO_MAPPING: Final = Text(
    en="Its rules ask what an answer is worth, and no mapping says it.",
    zh="判分规则要按 mapping 给分，但题中没有 mapping。",
)
_TOO_LONG: Final = Text(
    en="The marking rules of this file take too long to work out; split the file.",
    zh="这个文件的判分规则计算量过大，请拆分文件。",
)
