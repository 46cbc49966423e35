"""An exercise: a question as a teacher wrote it, with what its bank says for all of its questions."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from courseware.text import Text
from exercises.bank_file import Bank, DataUse
from exercises.fillin import names_in
from exercises.formula import Formula
from exercises.item import Attempts, HintText, Item, walk
from exercises.kind import QuestionKind
from exercises.kinds import catalogue


@dataclass(frozen=True)
class Exercise:
    """One item of a bank, ready to be drawn for a student."""

    item: Item
    data: DataUse | None
    attempts: Attempts
    is_shuffled: bool
    redraw: Literal["never", "group"]
    file: str
    index: int
    """Where it stands among the items of its file."""

    @property
    def id(self) -> str:
        """The id that lessons use."""
        return self.item.id

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.item.type

    @property
    def is_marked_by_hand(self) -> bool:
        """Whether its grade waits for a teacher."""
        return kind_of(self.kind).is_marked_by_hand

    @property
    def hints(self) -> tuple[HintText, ...]:
        """The hints as written; a Variant has them filled for its student."""
        return self.item.hints

    @property
    def explain(self) -> Text:
        """Why the right answer is right, as written; a Variant has it filled."""
        return self.item.explain

    @property
    def curriculum(self) -> tuple[int, ...]:
        """The knowledge points that it asks about."""
        return self.item.curriculum

    @property
    def difficulty(self) -> int:
        """1 (recognise), 2 (work out), 3 (put together)."""
        return self.item.difficulty

    @property
    def is_drawn_anew(self) -> bool:
        """Whether another round of tries has other numbers than the one before."""
        return self.redraw == "group" and any(
            param.between is not None or any(not isinstance(one, str) for one in param.choose or ())
            for param in self.item.params.values()
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that its expressions and texts read, those of its data's columns among them.

        Looked for once: a class of fifty is fifty draws of one exercise.
        """
        written = [formula.compiled for _, formula in walk(self.item, Formula)]
        texts = [names_in(text) for _, text in walk(self.item, Text)]
        return frozenset().union(*texts, *(one.columns | one.names for one in written))


def is_silent(exercise: Exercise) -> bool:
    """Whether a wrong answer is told only that it is wrong: no reason for a slip, no hint, no teacher."""
    if exercise.is_marked_by_hand:
        return False
    reasons = (loc for loc, _ in walk(exercise.item, Text) if str(loc[-1]).startswith("why"))
    return not exercise.hints and next(reasons, None) is None


def kind_of(name: str) -> QuestionKind[Any]:
    """The kind of this name; a RuntimeError if it has gone since a variant was drawn."""
    if name not in catalogue():
        raise RuntimeError(f"exercises/kinds/ holds no kind {name}; known: {', '.join(catalogue())}")
    return catalogue()[name]


def exercises_of(bank: Bank, file: str, without: Container[int] = ()) -> tuple[Exercise, ...]:
    """The exercises of one bank, with its defaults and data filled in, `without` those at some places."""
    uses, defaults = bank.uses(), bank.defaults
    return tuple(
        Exercise(
            item=item,
            data=uses[item.data] if item.data else None,
            attempts=item.attempts or defaults.attempts,
            is_shuffled=defaults.shuffle if item.shuffle is None else item.shuffle,
            redraw=item.redraw or defaults.redraw,
            file=file,
            index=index,
        )
        for index, item in enumerate(bank.items)
        if index not in without
    )
