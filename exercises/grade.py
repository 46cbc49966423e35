"""What an answer is worth, and why; or why it could not be read, which is not the same as wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.text import Text
from exercises.frozen import Json, from_json, to_json


@dataclass(frozen=True)
class GradePart:
    """One part of an answer: which, what it is worth (0-1), and the reason if there is one to give.

    `at` is the id of the row, option, gap, cell or field that it is about, where it is about one. `advice`
    is told in place of the reason while there is a try left.
    """

    label: Text | None
    score: float
    why: Text | None = None
    at: str = ""
    advice: Text | None = None

    def told(self, *, is_closed: bool) -> Text | None:
        """What the student reads of this part, if anything: nobody is advised who has no try left."""
        return self.why if is_closed else self.advice or self.why


@dataclass(frozen=True)
class Grade:
    """A mark from 0 to 1 with feedback; a wrong answer's feedback does not name the right one.

    `advice` is told in place of the feedback while there is a try left to make use of it. One that
    `is_pending` waits for a teacher: nothing is right or wrong yet, and nothing is earned.
    """

    score: float
    parts: tuple[GradePart, ...]
    feedback: Text
    advice: Text | None = None
    is_pending: bool = False

    @property
    def is_right(self) -> bool:
        """Whether nothing is left to mend."""
        return self.score >= 1

    @property
    def rows(self) -> Mapping[str, float]:
        """What each row, option, gap or cell is worth of which something was said, by its id."""
        return {part.at: part.score for part in self.parts if part.at}

    def to_json(self) -> dict[str, Json]:
        """This grade as JSON."""
        return to_json(self)

    def told(self, *, is_closed: bool) -> Text:
        """What the student reads: nobody is advised who has no try left."""
        return self.feedback if is_closed else self.advice or self.feedback

    @classmethod
    def from_json(cls, value: object) -> "Grade":
        """The grade that `to_json` wrote."""
        return from_json(cls, value)


@dataclass(frozen=True)
class Invalid:
    """The answer in `field` could not be read; it costs no try, and `message` says what is missing."""

    field: str
    message: Text


def earn(points: tuple[float, ...], try_number: int, score: float, hint_cost: float, best: float) -> float:
    """The points that a try adds: what it is worth beyond `best`, times the points of that try.

    `try_number` counts from 1; a try beyond the last of `points` adds nothing. `best` is the highest
    `worth` of the tries before, so that a retry never lowers the mark.

    >>> earn((1, 0.75, 0.5), 2, score=1, hint_cost=0.1, best=0.4)
    0.375
    """
    if not 1 <= try_number <= len(points):
        return 0.0
    return max(0.0, worth(score, hint_cost) - best) * points[try_number - 1]


def worth(score: float, hint_cost: float) -> float:
    """A score after the hints that were opened, never below nothing."""
    return score * max(0.0, 1 - hint_cost)
