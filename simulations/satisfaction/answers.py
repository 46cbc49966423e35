"""Answers to a survey: on their scale, and at least one of them, or refused with a sentence."""

from courseware.problem import ReaderError
from courseware.text import Text


def on_scale(answer: float, low: int, high: int, *, is_whole: bool = False) -> float:
    """The answer; a ReaderError if it does not lie on the scale."""
    if low <= answer <= high and not (is_whole and answer % 1):
        return answer
    kind_en, kind_zh = ("a whole number", "整数") if is_whole else ("a number", "数值")
    raise ReaderError(
        Text(
            en=f"An answer is {kind_en} from {low} to {high}; got {answer}. Leave out who did not answer.",
            zh=f"每个回答须为 {low} 到 {high} 之间的{kind_zh}，现在是 {answer}。没有作答的请先去掉。",
        )
    )


def some(people: int) -> int:
    """How many answered; a ReaderError if nobody did."""
    if people > 0:
        return people
    raise ReaderError(
        Text(
            en="A score needs at least one answer; none came. Give the answers of those who were asked.",
            zh="至少要有一个回答才能计分，现在一个也没有。请给出受访者的回答。",
        )
    )
