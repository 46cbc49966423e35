"""Whether a step leaves enough time to read what it shows."""

from collections.abc import Iterator
from typing import Final

from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES, Language, Text
from lessons.lesson import Lesson
from lessons.links import texts_in
from lessons.reading_load import load_of
from lessons.steps import Step

HALF_A_MINUTE: Final = 0.5
"""Minutes are whole numbers, so that a little more is no slip."""
_NOT_READ_IN_CLASS: Final = frozenset({"notes", "intent"})


def reading_load(lesson: Lesson, source: Source) -> Iterator[Problem]:
    """The steps that take longer to read than they last, at an ordinary reader's speed."""
    for index, step in enumerate(lesson.steps):
        needed = max(reading_minutes(step, language) for language in LANGUAGES)
        if needed > step.minutes + HALF_A_MINUTE:
            values = {"needed": f"{needed:.0f}", "minutes": step.minutes}
            place = ("steps", index, "minutes")
            yield source.problem(place, _LONG.fill(values), _ADVICE, severity="warning")


def reading_minutes(step: Step, language: Language) -> float:
    """How long it takes to read everything that students are shown in a step."""
    shown = [text for path, text in texts_in(step) if path[0] not in _NOT_READ_IN_CLASS]
    return sum(load_of(text[language]).minutes for text in shown)


_LONG: Final = Text(
    en="Reading this step takes about {needed} minutes; it lasts {minutes}.",
    zh="读完这一步大约要 {needed} 分钟，而它只有 {minutes} 分钟。",
)
_ADVICE: Final = Text(
    en="Shorten its texts, give it more minutes, or make two steps of it.",
    zh="请精简文字、增加分钟数，或拆成两步。",
)
