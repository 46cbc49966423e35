"""What a kind of question must be able to do; each module in kinds/ holds one and names no other."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from courseware.problem import Severity
from courseware.text import Text
from exercises.frozen import Json
from exercises.grade import Grade, Invalid
from exercises.help import WritersHelp
from exercises.item import Item, KeyPath
from exercises.question import Question
from exercises.scope import Scope
from exercises.variant import Variant

I = TypeVar("I", bound=Item)  # noqa: E741


@dataclass(frozen=True)
class Finding:
    """Something to mend in an item: the way to it from the item, what is wrong, what to do.

    A warning helps; an error keeps the item from being used. `at` are the words of the text where it is.
    """

    loc: KeyPath
    message: Text
    advice: Text
    severity: Severity = "error"
    at: str = ""


@dataclass(frozen=True)
class Alternative:
    """One of the things to choose from, as it is written; `is_right` is None if that depends on the data."""

    text: Text
    is_right: bool | None


class QuestionKind(ABC, Generic[I]):
    """How questions of one type are drawn, marked, told, checked and written.

    How they look on a page, a slide or paper, and how they travel, the fields tell that `draw` asks with.
    What is abstract every kind must answer; the rest only kinds with formulas or runs of their own.
    """

    row_names: tuple[str, ...] = ()
    """The parts of an item whose texts and expressions may also name the columns of one row."""
    is_slow_to_mark: bool = False
    """Whether marking runs a simulation, which takes too long while somebody types."""

    is_marked_by_hand: bool = False
    """Whether a teacher marks it: `grade` then says no more than that it waits."""

    @property
    @abstractmethod
    def item(self) -> type[I]:
        """What a teacher writes for this kind; its `type` is the kind's name."""

    @property
    @abstractmethod
    def help(self) -> WritersHelp:
        """What those who write questions of this kind are told and offered."""

    @abstractmethod
    def draw(self, item: I, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The question and its secret solution for this scope."""

    @abstractmethod
    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of the response in the one field, which may be anything at all; never raises.

        Where a question has fields of other names, it is the responses in them, by these names.
        """

    @abstractmethod
    def reveal(self, variant: Variant) -> Text:
        """The right answer in words."""

    @abstractmethod
    def right(self, variant: Variant) -> Json:
        """A response that earns everything; by the names of its fields where it has several."""

    @abstractmethod
    def wrong(self, variant: Variant) -> Json:
        """A response that can be read and does not earn everything."""

    @abstractmethod
    def check(self, item: I) -> Iterable[Finding]:
        """What is wrong with an item as it is written; looked at whenever its file is read."""

    @abstractmethod
    def alternatives(self, item: I) -> Sequence[Alternative]:
        """What a student chooses from, in the order of `item.options`; empty if nothing is chosen."""

    @abstractmethod
    def has_one_key(self, item: I) -> bool:
        """Whether exactly one of the alternatives is right."""

    @abstractmethod
    def lint(self, item: I, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """What is wrong with an item that only shows over many draws."""

    def names_at(self, item: I, loc: KeyPath) -> tuple[str, ...] | None:  # noqa: ARG002
        """The only names that a formula at `loc` may use; None if those of the item's params."""
        return None

    def search(self, item: I, variant: Variant) -> Iterable[Finding]:  # noqa: ARG002
        """What is wrong with an item that shows only in hundreds of runs; asked for by name."""
        return ()

    @property
    def name(self) -> str:
        """What a bank writes after `type:`."""
        return str(self.item.model_fields["type"].annotation.__args__[0])  # type: ignore[union-attr]
