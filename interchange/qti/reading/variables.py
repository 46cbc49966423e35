"""What a QTI item declares: its responses with what is right and what each is worth, and its outcomes."""

from dataclasses import dataclass
from math import inf, isfinite
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.xml_tree import Element

Scalar = str | float | bool
ResponseValue = tuple[Scalar, ...]
"""A value of QTI, single ones as containers of one; the empty one is NULL."""
NULL: Final[ResponseValue] = ()
NUMERIC: Final = ("float", "integer")


@dataclass(frozen=True)
class MappingEntry:
    """What an answer is worth."""

    key: Scalar
    worth: float
    is_exact: bool

    def takes(self, given: Scalar) -> bool:
        """Whether it speaks of this answer; capitals may count or not."""
        if self.is_exact or not (isinstance(given, str) and isinstance(self.key, str)):
            return self.key == given
        return self.key.casefold() == given.casefold()


@dataclass(frozen=True)
class ResponseMapping:
    """The mapping of a response: what each answer is worth, what any other, and the bounds of the sum."""

    entries: tuple[MappingEntry, ...]
    other: float = 0.0
    least: float = -inf
    most: float = inf

    def of(self, given: ResponseValue) -> float:
        """What an answer is worth; of several equal ones one counts."""
        total = sum(self._one(each) for each in dict.fromkeys(given))
        return min(self.most, max(self.least, total))

    def _one(self, given: Scalar) -> float:
        return next((entry.worth for entry in self.entries if entry.takes(given)), self.other)


@dataclass(frozen=True)
class Variable:
    """A variable of an item with its default; of a response also what is right."""

    name: str
    base: str
    default: ResponseValue = NULL
    right: ResponseValue = NULL
    worth: ResponseMapping | None = None
    is_ordered: bool = False

    @property
    def at_first(self) -> ResponseValue:
        """What it is before any rule is run: numbers are nought where nothing else is said."""
        return self.default or ((0.0,) if self.base in NUMERIC else NULL)


def variable_of(declaration: Element) -> Variable:
    """The variable that a declaration makes; a ReaderError if one of its values is none of its type."""
    said = declaration.attributes.get
    base = said("basetype", "")
    mapping = declaration.get("mapping")
    return Variable(
        said("identifier", ""),
        base,
        _values(declaration.get("defaultvalue"), base),
        _values(declaration.get("correctresponse"), base),
        None if mapping is None else _worth(mapping, base),
        is_ordered=said("cardinality") == "ordered",
    )


def scalar(words: str, base: str) -> Scalar:
    """The value that these words write in a type of QTI."""
    plain = " ".join(words.split())
    if base == "boolean":
        return plain in ("true", "1")
    return _number(plain) if base in NUMERIC else plain


def _values(element: Element | None, base: str) -> ResponseValue:
    return tuple(scalar(one.said(), base) for one in element.all("value")) if element else NULL


def _worth(mapping: Element, base: str) -> ResponseMapping:
    entries = tuple(
        MappingEntry(
            scalar(one.attributes.get("mapkey", ""), base),
            _number(one.attributes.get("mappedvalue", "0")),
            one.attributes.get("casesensitive", "true") not in ("false", "0"),
        )
        for one in mapping.all("mapentry")
    )
    said = mapping.attributes.get
    return ResponseMapping(
        entries,
        _number(said("defaultvalue", "0")),
        _number(said("lowerbound")) if said("lowerbound") else -inf,
        _number(said("upperbound")) if said("upperbound") else inf,
    )


def _number(words: str | None) -> float:
    try:
        value = float(words or "")
    except ValueError:
        value = inf
    if not isfinite(value):
        raise ReaderError(_NO_NUMBER.fill({"words": (words or "")[:40]}))
    return value


_NO_NUMBER: Final = Text(
    en="Its rules need a number and say “{words}”.", zh="判分规则里应为数值，却写着“{words}”。"
)
