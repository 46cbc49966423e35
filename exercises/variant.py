"""A question for one student and try, frozen with all that it takes to mark it again at any time."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.expression import Scalar
from courseware.text import Text
from exercises.frozen import Json, from_json, to_json
from exercises.question import Question


@dataclass(frozen=True)
class Hint:
    """A hint as this student sees it, and the share of the score that it costs (0-1)."""

    text: Text
    cost: float


@dataclass(frozen=True)
class Variant:
    """One student's question. Only `question` may reach a browser; the rest stays on the server.

    `solution` is what its kind marks by; `params` are the drawn numbers; `digest` (SHA-256) tells
    which data they were drawn from; `group` is the try group.
    """

    item: str
    kind: str
    question: Question
    solution: Mapping[str, Json]
    explain: Text
    hints: tuple[Hint, ...]
    params: Mapping[str, Scalar]
    seed: int
    digest: str
    group: int

    def to_json(self) -> dict[str, Json]:
        """This variant as JSON, secrets included."""
        return to_json(self)

    @classmethod
    def from_json(cls, value: object) -> "Variant":
        """The variant that `to_json` wrote."""
        return from_json(cls, value)
