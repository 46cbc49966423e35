"""Answers tried on an item: what each earns there, and which feedback it shows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.moodle.marks import MARK
from interchange.qti.reading.prose import QtiTexts
from interchange.qti.reading.rules import Rules, ScoringResult
from interchange.qti.reading.tree import every
from interchange.qti.reading.variables import ResponseValue, Variable
from interchange.xml_tree import Element

CLOSE: Final = 1e-6
_FEEDBACK: Final = ("modalfeedback", "feedbackinline", "feedbackblock")


@dataclass(frozen=True)
class Trial:
    """An answer, its score, and the places of the feedback that it shows."""

    answer: ResponseValue
    score: float
    shown: frozenset[int]


@dataclass(frozen=True)
class Asking:
    """An item that is being read: its one interaction, its rules and its texts; `notes` grow."""

    item: Element
    interaction: Element
    rules: Rules
    texts: QtiTexts
    notes: list[Text]

    @cached_property
    def feedback(self) -> Sequence[Element]:
        """All that the item may say of an answer."""
        return every(self.item, *_FEEDBACK)

    @property
    def response(self) -> Variable:
        """The response that the interaction binds."""
        return self.rules.response(self._name)

    @property
    def is_shuffled(self) -> bool:
        """Whether the platform shuffles what can be chosen; QTI itself takes a missing word for no."""
        return self.interaction.attributes.get("shuffle") in ("true", "1")

    @property
    def _name(self) -> str:
        return self.interaction.attributes.get("responseidentifier", "")

    def right(self) -> tuple[str, ...]:
        """What is right as the item says it, or else what its mapping gives something for."""
        response = self.response
        if response.right:
            return tuple(map(str, response.right))
        return (
            tuple(str(one.key) for one in response.worth.entries if one.worth > 0) if response.worth else ()
        )

    def attempt(self, answer: ResponseValue) -> Trial:
        """What the item makes of an answer."""
        outcome = self.rules.run(self._name, answer)
        shown = frozenset(at for at, one in enumerate(self.feedback) if _is_shown(one, outcome))
        return Trial(answer, outcome.score, shown)

    def attempts(self, answers: Iterable[Sequence[str]]) -> list[Trial]:
        """The same for each of several answers; equal ones are tried once."""
        return [self.attempt(answer) for answer in dict.fromkeys(map(tuple, answers))]

    def best(self, right: Trial, others: Iterable[Trial]) -> float:
        """What the right answer earns, noted if it is not one mark.

        A ReaderError tells if that is nothing, or less than another answer earns.
        """
        if right.score <= 0:
            raise ReaderError(_WORTHLESS)
        if any(one.score > right.score + CLOSE for one in others):
            raise ReaderError(_NOT_BEST)
        if abs(right.score - 1) > CLOSE:
            self.notes.append(MARK.fill({"mark": f"{right.score:.4g}"}))
        return right.score

    def compare(
        self, trials: Iterable[Trial], best: float, expected: Callable[[ResponseValue], float], say: Text
    ) -> None:
        """Notes that the lab gives other shares of the mark than the item for some of the answers."""
        partial = [(max(0.0, one.score / best), expected(one.answer)) for one in trials]
        if all(abs(theirs - ours) < 1e-4 for theirs, ours in partial):
            return
        is_whole = all(theirs in (0.0, 1.0) for theirs, _ in partial)
        self.notes.append(ALL_OR_NOTHING if is_whole else say)


def _is_shown(feedback: Element, outcome: ScoringResult) -> bool:
    said = feedback.attributes.get
    values = outcome.values.get(said("outcomeidentifier", ""), ())
    names = [str(one).lower() if isinstance(one, bool) else str(one) for one in values]
    return (said("identifier", "") in names) == (said("showhide", "show") != "hide")


ALL_OR_NOTHING: Final = Text(
    en="There only the wholly right answer earned marks; here a partly right one earns its part.",
    zh="原题全对才得分，这里部分正确也得相应的分。",
)
_WORTHLESS: Final = Text(
    en="By its own rules no answer earns anything, so there is no key.",
    zh="按题中的判分规则，没有任何答案能得分，因此没有标准答案。",
)
_NOT_BEST: Final = Text(
    en="What it calls right earns less there than another answer.",
    zh="题中标明的正确答案得分反而低于其他答案。",
)
