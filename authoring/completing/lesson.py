"""Suggests what fits in a lesson, the plan or the glossary where the cursor stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final, get_args

from authoring.completing import Situation, Suggestion, hint, situation, suggest, unused
from authoring.completing.names import named, parameter_keys, points, simulated, start
from authoring.completing.shapes import Shape, Shapes
from authoring.completing.skeletons import Skeleton
from authoring.steps import KINDS
from course.documents import MODELS, FileKind
from course.known import KnownNames
from courseware.language import DEFAULT_LANGUAGE, known_language, other_languages
from courseware.text import Text
from lessons.drawings import drawings
from lessons.step import StageName
from papers.words import word


def complete(text: str, line: int, column: int, kind: FileKind, known: KnownNames) -> tuple[Suggestion, ...]:
    """What may be written at a line and column (from 1) of a file of this kind; never raises.

    `known` are the names that exist beside the file.
    """
    now = _situation(text, line, column, kind)
    if (terms := _terms(now, known)) is not None:
        return terms
    return suggest(now, lambda here: _own(here, kind, known), _WORDS)


def about(text: str, line: int, column: int, kind: FileKind) -> Text | None:
    """What stands at a line and column (from 1) is for; never raises."""
    return hint(_situation(text, line, column, kind))


@lru_cache(maxsize=8)
def _situation(text: str, line: int, column: int, kind: FileKind) -> Situation:
    """Asked twice at every key: what may be written, and what stands there."""
    return situation(text, line, column, schema_of(kind))


def _terms(now: Situation, known: KnownNames) -> tuple[Suggestion, ...] | None:
    """The terms of the glossary, behind an opening [[ in a text."""
    opened = now.before.rpartition("[[")
    if not opened[1] or "]" in opened[2] or "|" in opened[2]:
        return None
    close = "" if now.behind.startswith("]]") else "]]"
    language = known_language(now.place.path[-1]) if now.place.path else None
    found = []
    for term in known.terms or ():
        words = known.words.get(term, Text(en=term, zh=term))
        shown = (words[language], term) if language in other_languages(DEFAULT_LANGUAGE) else (term,)
        found += [Suggestion(name, term + close, words, "term") for name in shown]
    return tuple(found)


def _own(now: Situation, kind: FileKind, known: KnownNames) -> Iterable[Suggestion] | None:
    path = now.place.path
    if now.place.role == "value" and (found := points(path)) is not None:
        return found
    if kind == "lesson" and path[:1] == ("steps",):
        return _in_steps(now, known)
    if now.place.role == "value" and path[-2:-1] in {("lessons",), ("leads_to",)} and kind != "lesson":
        return [named(name, known.titles.get(name, Text(en=name, zh=name))) for name in known.lessons or ()]
    return None


def _in_steps(now: Situation, known: KnownNames) -> Iterable[Suggestion] | None:
    """Whole new steps, and the names that a play or exercise step may use."""
    path, role = now.place.path, now.place.role
    if role == "item" and len(path) == 1:
        return _new_steps(now, "- ")
    if role == "key" and len(path) == 2 and not now.written.keys.get(path):
        return _new_steps(now, "")
    simulation = now.written.word(*path[:2], "simulation")
    if role == "key" and path[2:] == ("controls",):
        return unused(now, parameter_keys(simulation, lambda one: f"{{default: {start(one)}}}"))
    if role == "key" and path[2:] == ("set",):
        return unused(now, parameter_keys(simulation, start))
    return _names(now, simulation, known) if role == "value" else None


def _names(now: Situation, simulation: str | None, known: KnownNames) -> Iterable[Suggestion] | None:
    path = now.place.path[2:]
    if path == ("drawing",):
        return [named(name, one.title) for name, one in drawings().items()]
    return _exercises(known) if path[:1] == ("use",) else simulated(path, simulation)


def _exercises(known: KnownNames) -> Iterator[Suggestion]:
    from course import bank_registry

    stems = (
        {id_: one.item.stem for id_, one in bank_registry().exercises().items()} if known.exercises else {}
    )
    for id_ in known.exercises or ():
        about = stems.get(id_) or _QUESTION.fill({"id": id_})
        yield named(id_, Text(en=about.en[:_SHORT], zh=about.zh[:_SHORT]))


def step_skeleton(shapes: Shapes, kind: str, given: Mapping[str, str], indent: str = "") -> str:
    """The lines of a whole new step of this kind, with places to fill in; `given` are known values."""
    shape = _step(shapes, kind)
    keys = [key for key in (*_BEGIN, *KINDS[kind].keys, *_END) if key in shape["properties"]]
    return Skeleton(shapes).entries(shape, keys, indent, {"kind": kind, **given})


def _new_steps(now: Situation, dash: str) -> Iterator[Suggestion]:
    """One whole step of each kind, with places to fill in."""
    for kind, offered in KINDS.items():
        lines = step_skeleton(now.shapes, kind, {}, " " * len(dash))
        yield Suggestion(f"{dash}kind: {kind}", dash + lines, offered.about, "part")


def _step(shapes: Shapes, kind: str) -> Shape:
    mapping = shapes.schema["properties"]["steps"]["items"]["discriminator"]["mapping"]
    return next(shapes.forms({"$ref": mapping[kind]}))


@cache
def schema_of(kind: FileKind) -> Mapping[str, Any]:
    return MODELS[kind].model_json_schema(by_alias=True)


_SHORT: Final = 160
_BEGIN: Final = ("kind", "stage", "minutes", "title")
_END: Final = ("notes", "intent")
_WORDS: Final[Mapping[str, Text]] = {
    **{kind: offered.about for kind, offered in KINDS.items()},
    **{stage: word(f"stage_{stage}") for stage in get_args(StageName)},
    "graded": Text(en="Points count.", zh="计分。"),
    "practice": Text(en="No points; in a stage: practice.", zh="不计分；用于环节时指课堂实践。"),
    "folklore": Text(en="Told everywhere, tested nowhere.", zh="人人在说，没人检验过。"),
    "tested": Text(en="Put to the test.", zh="经过检验。"),
    "supported": Text(en="Has good grounds.", zh="有可靠依据。"),
}
_QUESTION: Final = Text(en="The question {id}.", zh="题目 {id}。")
