"""Whether what an item claims of its key holds in every draw, and not only in the one its author tried."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Final

from course.bank_lint.draws import Draws
from courseware.expression import Scalar
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fillin import show
from exercises.item import Item, Param
from exercises.kind import Finding
from exercises.scope import Scope

MOST: Final = 5_000
"""Combinations of drawn values that are tried one by one; where there are more, the draws have to do."""


def broken_claims(item: Item, draws: Draws) -> Iterator[Finding]:
    """The claims of an item that some draw contradicts, each told with that draw."""
    scopes = _all_scopes(item) if _can_be_listed(item) else [scope for scope, _ in draws if scope.is_met]
    for index, claim in enumerate(item.claims):
        for scope in scopes:
            try:
                holds = scope.holds(claim)
            except ReaderError as error:
                yield Finding(("claims", index), error.text, _ADVICE)
                break
            if not holds:
                yield Finding(("claims", index), _BROKEN.fill({"drawn": _told(item, scope)}), _ADVICE)
                break


def _can_be_listed(item: Item) -> bool:
    count = 1
    for param in item.params.values():
        count *= max(1, len(_values(param)))
    return item.data is None and count <= MOST


def _values(param: Param) -> tuple[Scalar, ...]:
    return tuple(param.choose or param.steps())


def _all_scopes(item: Item) -> list[Scope]:
    """Every combination of drawn values that meets `require`."""
    drawn = {name: _values(param) for name, param in item.params.items() if param.expr is None}
    found = []
    for values in islice(product(*drawn.values()), MOST):
        scope = _worked_out(item, dict(zip(drawn, values, strict=True)))
        if item.require is None or scope.holds(item.require):
            found.append(scope)
    return found


def _worked_out(item: Item, drawn: Mapping[str, Scalar]) -> Scope:
    params: dict[str, Scalar] = {}
    for name, param in item.params.items():
        params[name] = drawn[name] if param.expr is None else Scope(0, params, {}).value(param.expr)
    return Scope(0, params, {})


def _told(item: Item, scope: Scope) -> str:
    return ", ".join(f"{name} = {show(scope.params[name])}" for name in item.params)


_BROKEN: Final = Text(en="This does not hold when {drawn}.", zh="当 {drawn} 时，这一条不成立。")
_ADVICE: Final = Text(
    en="Change the values that are drawn, exclude such draws by require, or mend the key.",
    zh="请更改抽取的取值，用 require 排除这类取值，或改正答案。",
)
