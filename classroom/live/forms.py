"""What a class may be asked on its phones, and how an answer is read: never trusted, always bounded."""

import math
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from courseware.problem import ReaderError
from courseware.text import Text

MOST_WORDS: Final = 60
"""Letters of a short answer in words."""
WIDEST: Final = 1e9
"""The bounds of a number of which nothing is known."""
_FREE: Final = 1e6
_UNREAD: Final = Text(
    en="This is no answer to the question that is open. Reload the page and answer once more.",
    zh="收到的内容不是这道题的答案，请刷新页面后重新作答。",
)
_NO_NUMBER: Final = Text(
    en="Between {low:g} and {high:g}, please; got {value:.15g}.",
    zh="请填 {low:g} 到 {high:g} 之间的数，现在是 {value:.15g}。",
)
_NO_WORDS: Final = Text(en="Write at least one word.", zh="请至少写一个字。")
_TOO_LONG: Final = Text(
    en="At most {most} characters, please; this has {length}.", zh="最多 {most} 个字符，现在有 {length} 个。"
)


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChoiceForm(_Form):
    """One option, or up to `most` of them; an answer is a list of their places, from 0."""

    kind: Literal["choice"] = "choice"
    options: tuple[Text, ...]
    most: int = 1

    def read(self, given: JsonValue) -> JsonValue:
        """The places of the chosen options in their order."""
        if not isinstance(given, list) or not 1 <= len(given) <= self.most:
            raise ReaderError(_UNREAD)
        places = {one for one in given if type(one) is int and 0 <= one < len(self.options)}
        if len(places) < len(given):
            raise ReaderError(_UNREAD)
        return [*sorted(places)]


class NumberForm(_Form):
    """A number between two bounds; an answer is the number."""

    kind: Literal["number"] = "number"
    low: float
    high: float
    step: float | None = None
    unit: Text | None = None

    @property
    def is_free(self) -> bool:
        """Whether any number may be answered, so that the bounds say nothing."""
        return self.high - self.low > _FREE

    def read(self, given: JsonValue) -> JsonValue:
        """The number, if it is one and within the bounds."""
        return _number(given, self.low, self.high)


class PointForm(_Form):
    """A place on the plane of a chart; an answer is the two numbers, across and up."""

    kind: Literal["point"] = "point"
    across: NumberForm
    up: NumberForm
    across_label: Text
    up_label: Text

    def read(self, given: JsonValue) -> JsonValue:
        """The two numbers, each within its bounds."""
        if not isinstance(given, list) or len(given) != 2:
            raise ReaderError(_UNREAD)
        return [self.across.read(given[0]), self.up.read(given[1])]


class OrderForm(_Form):
    """Things to be put in order; an answer lists all their places, the first first."""

    kind: Literal["order"] = "order"
    items: tuple[Text, ...]

    def read(self, given: JsonValue) -> JsonValue:
        """Every place once."""
        if not isinstance(given, list) or len(given) != len(self.items):
            raise ReaderError(_UNREAD)
        if {one for one in given if type(one) is int} != set(range(len(self.items))):
            raise ReaderError(_UNREAD)
        return given


class WordsForm(_Form):
    """A few words of one's own; they are read by the teacher before the hall sees them."""

    kind: Literal["words"] = "words"

    def read(self, given: JsonValue) -> JsonValue:
        """The words in one line."""
        return read_words(given, MOST_WORDS)


class Lever(_Form):
    """A slider of a simulation in the class's hands."""

    name: str
    label: Text
    low: float
    high: float
    step: float
    default: float


class LeversForm(_Form):
    """The sliders of a simulation; an answer gives each its value."""

    kind: Literal["levers"] = "levers"
    levers: tuple[Lever, ...]

    def read(self, given: JsonValue) -> JsonValue:
        """A value for each lever, within its bounds; one that is left out stands at its default."""
        if not isinstance(given, Mapping) or set(given) - {lever.name for lever in self.levers}:
            raise ReaderError(_UNREAD)
        return {
            lever.name: _number(given.get(lever.name, lever.default), lever.low, lever.high)
            for lever in self.levers
        }


PollForm = Annotated[
    ChoiceForm | NumberForm | PointForm | OrderForm | WordsForm | LeversForm, Field(discriminator="kind")
]


def read_words(given: JsonValue, most: int) -> str:
    """Words that somebody typed, in one line; a ReaderError if there are none or too many."""
    if not isinstance(given, str):
        raise ReaderError(_UNREAD)
    said = " ".join("".join(letter if letter.isprintable() else " " for letter in given[:20_000]).split())
    if not said:
        raise ReaderError(_NO_WORDS)
    if len(said) > most:
        raise ReaderError(_TOO_LONG.fill({"most": most, "length": len(said)}))
    return said


def _number(given: JsonValue, low: float, high: float) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise ReaderError(_UNREAD)
    try:
        number = float(given)
    except OverflowError:  # a whole number of more than 308 digits
        number = math.inf
    if not math.isfinite(number):
        raise ReaderError(_UNREAD)
    if not low <= number <= high:
        raise ReaderError(_NO_NUMBER.fill({"low": low, "high": high, "value": number}))
    return number
