"""How another platform marks an answer: declarations and rules that give the lab's own score."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Final
from xml.etree.ElementTree import Element

from exercises.portable.question import Portable, PortableKind, PortableNumber
from interchange.digits import rounded
from interchange.qti.asking import RESPONSE, Parts
from interchange.qti.elements import element

SCORE: Final = "SCORE"
FEEDBACK: Final = "FEEDBACK"
EXPLAIN: Final = "EXPLAIN"
NONE: Final = "NONE"
"""Stands in the feedback from the start: some platforms cannot add to a container that holds nothing."""
SLACK: Final = 1e-12
"""By so much, times the size of a number, its tolerance is widened, since platforms round."""
GOOD: Final = "PAIRS"
"""How many pairs of steps stand the right way round."""

Build = Callable[[Portable, Parts], list[Element]]


def declarations(portable: Portable, parts: Parts) -> list[Element]:
    """The variables of a question: the response with what is right, the score, the feedback to show."""
    whole = element("defaultValue", element("value", "1"))
    none = element("defaultValue", element("value", NONE))
    return [
        _response(portable, parts),
        element("outcomeDeclaration", _nought(), **_single(SCORE, "float"), normalMaximum=1),
        element("outcomeDeclaration", whole, **_single("MAXSCORE", "float")),
        element(
            "outcomeDeclaration", none, identifier=FEEDBACK, cardinality="multiple", baseType="identifier"
        ),
        *(
            element("outcomeDeclaration", _nought(), **_single(name, "integer"))
            for name in ((GOOD, *map(_place, parts.options)) if portable.kind == "order" else ())
        ),
    ]


def processing(portable: Portable, parts: Parts) -> Element:
    """The rules that set the score and the feedback; an answer that was not given earns nothing."""
    rules = _RULES[portable.kind](portable, parts)
    if portable.explain is not None:
        rules.append(_shown(_identified(EXPLAIN)))
    return element("responseProcessing", *rules)


def slip(index: int) -> str:
    """The feedback that the number of this index gives."""
    return f"N{index + 1}"


def _response(portable: Portable, parts: Parts) -> Element:
    single = {"single": "identifier", "number": "float"}
    if portable.kind in single:
        kind = _single(RESPONSE, single[portable.kind])
    elif portable.kind == "order":
        kind = {"identifier": RESPONSE, "cardinality": "ordered", "baseType": "identifier"}
    else:
        base = "directedPair" if portable.kind == "match" else "identifier"
        kind = {"identifier": RESPONSE, "cardinality": "multiple", "baseType": base}
    right = element("correctResponse", *(element("value", one) for one in _right(portable, parts)))
    return element("responseDeclaration", right, *_mapping(portable, parts), **kind)


def _right(portable: Portable, parts: Parts) -> Iterator[str]:
    match portable.kind:
        case "number":
            best = max(portable.numbers, key=lambda one: one.share)
            yield rounded(best.value, best.tolerance)
        case "single":
            yield max(zip(parts.options, portable.options, strict=True), key=lambda one: one[1].share)[0]
        case "match":
            for name, pair in zip(parts.options, portable.pairs, strict=True):
                yield f"{name} {parts.choice(pair.choice)}"
        case "order":
            yield from parts.options
        case _:
            for name, option in zip(parts.options, portable.options, strict=True):
                if option.share > 0:
                    yield name


def _mapping(portable: Portable, parts: Parts) -> list[Element]:
    if portable.kind == "match":
        shares = {
            f"{name} {parts.choice(pair.choice)}": 1 / len(portable.pairs)
            for name, pair in zip(parts.options, portable.pairs, strict=True)
        }
    elif portable.options:
        shares = dict(zip(parts.options, (option.share for option in portable.options), strict=True))
    else:
        return []
    entries = (element("mapEntry", mapKey=key, mappedValue=share) for key, share in shares.items())
    return [element("mapping", *entries, lowerBound=0, upperBound=1, defaultValue=0)]


def _mapped(portable: Portable, parts: Parts) -> list[Element]:
    """The score by the mapping; the reasons written for what was chosen or joined."""
    rules = [
        element(
            "responseCondition",
            element("responseIf", element("isNull", _variable(RESPONSE)), _set(SCORE, _float(0.0))),
            element("responseElse", _set(SCORE, element("mapResponse", identifier=RESPONSE))),
        )
    ]
    if portable.kind == "match":
        rules += [
            _if(
                element(
                    "not",
                    element("member", _pair(f"{name} {parts.choice(pair.choice)}"), _variable(RESPONSE)),
                ),
                _shown(_identified(name)),
            )
            for name, pair in zip(parts.options, portable.pairs, strict=True)
            if pair.why
        ]
    elif any(option.why for option in portable.options):
        rules.append(_shown(_variable(RESPONSE)))
    return rules


def _numbered(portable: Portable, parts: Parts) -> list[Element]:  # noqa: ARG001
    """The first number that takes the answer counts."""
    branches = [
        element(
            "responseIf" if index == 0 else "responseElseIf",
            element("and", element("not", element("isNull", _variable(RESPONSE))), _near(number)),
            _set(SCORE, _float(number.share)),
            *([_shown(_identified(slip(index)))] if number.why else []),
        )
        for index, number in enumerate(portable.numbers)
    ]
    return [element("responseCondition", *branches, element("responseElse", _set(SCORE, _float(0.0))))]


def _ordered(portable: Portable, parts: Parts) -> list[Element]:  # noqa: ARG001
    """Kendall's τ, nothing below nothing: the pairs that stand the right way round are counted."""
    names = list(parts.options)
    pairs = list(combinations(names, 2))
    one_more = _set(GOOD, element("sum", _variable(GOOD), _whole(1)))
    share = element("divide", element("product", _whole(2), _variable(GOOD)), _whole(len(pairs)))
    least = len(pairs) // 2
    return [
        *(_find_place(number, names) for number in range(1, len(names) + 1)),
        *(
            _if(element("lt", _variable(_place(before)), _variable(_place(after))), one_more)
            for before, after in pairs
        ),
        element(
            "responseCondition",
            element("responseIf", element("lte", _variable(GOOD), _whole(least)), _set(SCORE, _float(0.0))),
            element("responseElse", _set(SCORE, element("subtract", share, _float(1.0)))),
        ),
    ]


def _find_place(number: int, names: list[str]) -> Element:
    branches = (
        element(
            "responseIf" if name == names[0] else "responseElseIf",
            element("match", element("index", _variable(RESPONSE), n=number), _identified(name)),
            _set(_place(name), _whole(number)),
        )
        for name in names
    )
    return element("responseCondition", *branches)


def _near(number: PortableNumber) -> Element:
    """Whether the response lies within the tolerance: two bounds, for few platforms know `equal` with one."""
    width = number.tolerance + SLACK * max(1.0, abs(number.value))
    low, high = _float(number.value - width), _float(number.value + width)
    return element("and", element("gte", _variable(RESPONSE), low), element("lte", _variable(RESPONSE), high))


def _place(name: str) -> str:
    return f"PLACE_{name}"


def _nought() -> Element:
    return element("defaultValue", element("value", "0"))


def _single(name: str, base: str) -> dict[str, str]:
    return {"identifier": name, "cardinality": "single", "baseType": base}


def _variable(name: str) -> Element:
    return element("variable", identifier=name)


def _float(value: float) -> Element:
    return element("baseValue", repr(float(value)), baseType="float")


def _whole(value: int) -> Element:
    return element("baseValue", str(value), baseType="integer")


def _identified(name: str) -> Element:
    return element("baseValue", name, baseType="identifier")


def _pair(pair: str) -> Element:
    return element("baseValue", pair, baseType="directedPair")


def _set(name: str, value: Element) -> Element:
    return element("setOutcomeValue", value, identifier=name)


def _shown(value: Element) -> Element:
    return _set(FEEDBACK, element("multiple", _variable(FEEDBACK), value))


def _if(condition: Element, *rules: Element) -> Element:
    return element("responseCondition", element("responseIf", condition, *rules))


_RULES: Final[Mapping[PortableKind, Build]] = {
    "single": _mapped,
    "several": _mapped,
    "number": _numbered,
    "match": _mapped,
    "order": _ordered,
}
