"""The fields of a form for the commonest changes to a lesson, its steps, the plan and the glossary."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, get_args

from authoring.forms.field import FormField, fields_of
from authoring.steps import KINDS
from course.documents import FileKind
from courseware.asked import Asked, Choice
from courseware.curriculum import knowledge_points
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.text import Text
from courseware.tree import Location
from courseware.words import WordFile
from lessons.step import StageName
from papers.words import word

_WORDS: Final = WordFile.beside(__file__, "lesson.words.yaml")


def fields_at(text: str, part: int | None, kind: FileKind = "lesson") -> tuple[FormField, ...]:
    """The fields for one step of a lesson (or term of the glossary), or for the file as a whole.

    `part` counts from 0. While the text cannot be read there are none.
    """
    if kind == "lesson":
        base: Location = () if part is None else ("steps", part)
        return fields_of(text, base, _LESSON if part is None else _of_step(text, part))
    if kind == "glossary":
        return () if part is None else fields_of(text, ("terms", part), _TERM)
    return fields_of(text, (), _COURSE) if part is None else fields_of(text, ("units", part), _UNIT)


def _of_step(text: str, part: int) -> tuple[Asked, ...]:
    """What the form asks for of a step, by its kind; of one that is not written yet, of all kinds."""
    own = tuple(dict.fromkeys(_OF_KINDS))
    with suppress(ProblemsFoundError, LookupError, TypeError, AttributeError):
        value: Any = parse(text, "").value
        own = KINDS[value["steps"][part].get("kind")].fields
    return (*_BEGIN, *own, *_END)


_STAGES: Final[tuple[Choice, ...]] = tuple((stage, word(f"stage_{stage}")) for stage in get_args(StageName))
_TITLE: Final = Asked(("title",), _WORDS["title"])
_MINUTES: Final = Asked(("minutes",), _WORDS["minutes"], "number")
_POINTS: Final = Asked(
    ("curriculum",),
    _WORDS["knowledge_points"],
    "several",
    tuple(knowledge_points().items()),
)
_LISTS: Final[Mapping[tuple[str, ...], Text]] = {
    ("goals", "knowledge"): _WORDS["knowledge_goal_n"],
    ("goals", "ability"): _WORDS["ability_goal_n"],
    ("goals", "character"): _WORDS["character_goal_n"],
    ("key_points",): _WORDS["key_point_n"],
    ("difficult_points",): _WORDS["difficult_point_n"],
}
_LESSON: Final = (
    _TITLE,
    _MINUTES,
    _POINTS,
    *(Asked((*path, "*"), label) for path, label in _LISTS.items()),
)
_BEGIN: Final = (
    _TITLE,
    _MINUTES,
    Asked(("stage",), _WORDS["part_of_the_class"], "choice", _STAGES),
)
_OF_KINDS: Final = tuple(asked for kind in KINDS.values() for asked in kind.fields)
_END: Final = (
    Asked(("claim", "text"), _WORDS["claim"]),
    Asked(("notes",), _WORDS["speaker_notes"], "passage"),
    Asked(("intent",), _WORDS["design_intent"], "passage"),
    replace(_POINTS, beside="kind"),
)
_TERM: Final = (
    Asked(("term",), _WORDS["term"]),
    Asked(("meaning",), _WORDS["meaning"], "passage"),
    replace(_POINTS, beside="term"),
)
_COURSE: Final = (_TITLE, Asked(("summary",), _WORDS["summary"], "passage"))
_UNIT: Final = (
    Asked(("title",), _WORDS["title_of_the_unit"]),
    Asked(("lessons", "*", "title"), _WORDS["title_of_lesson_n"]),
)

LABELS: Final[Mapping[tuple[str, ...], Text]] = {
    tuple(step for step in asked.path if step != "*"): asked.label
    for asked in (*_UNIT, *_TERM, *_LESSON, *_BEGIN, *_OF_KINDS, *_END)
}
"""What each text of a lesson, a unit or a term is called, by the keys that lead to it."""
