"""What can be put into a lesson, the plan or the glossary where the cursor stands, to be overwritten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, assert_never

from authoring.completing import WrittenKeys
from authoring.completing.lesson import schema_of, step_skeleton
from authoring.completing.shapes import Shapes
from authoring.cursor import step_at
from authoring.edit.splice import get
from authoring.edit.writing import inline
from authoring.forms.lesson import LABELS
from authoring.inserting.part import Insertable, Piece, appended, filled_in, labelled
from authoring.steps import KINDS
from authoring.steps.contract import Choose, StepPart, Wanted
from authoring.steps.play import slider, sliders_of
from course.documents import FileKind
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.text import Text
from courseware.tree import Location
from courseware.words import WordFile
from lessons.step import OUTSIDE_CLASS

_WORDS: Final = WordFile.beside(__file__, "lesson.words.yaml")

_STEP_MINUTES: Final = 5


def offers(text: str, line: int, kind: FileKind) -> tuple[Insertable, ...]:
    """What may be put in at a line (from 1); nothing while the text cannot be read."""
    try:
        value: Any = parse(text, "").value
    except ProblemsFoundError:
        return ()
    if not isinstance(value, dict):
        return ()
    if kind != "lesson":
        return _BESIDE[kind]
    return (*_in_step(value, step_at(text, line)), *_STEPS, *_OF_LESSON)


def piece(text: str, line: int, name: str, wanted: Wanted) -> Piece:
    """The piece of this name for that place. ProblemsFoundError if the text cannot be read meanwhile."""
    value: Any = parse(text, "").value
    part = step_at(text, line)
    group, _, what = name.partition(":")
    if group == "step":
        return _new_step(value, part, what, wanted)
    if group == "lesson":
        *place, key = what.split(".")
        return appended(value, tuple(place), key, _sentence((*place, key), value, tuple(what.split("."))))
    if group == "in":
        return _into_step(value, part or 0, what, wanted)
    return _into_plan(value, part, wanted) if what == "entry" else _part_of(value, part, what)


@dataclass(frozen=True)
class Used:
    """What the step at the cursor names already: its simulation, and the names that it has of each kind."""

    simulation: str = ""
    names: frozenset[str] = frozenset()


def used_at(text: str, line: int) -> Used:
    """What the step at a line names; nothing if there is none."""
    try:
        value: Any = parse(text, "").value
        step = value["steps"][step_at(text, line)]
    except (ProblemsFoundError, LookupError, TypeError):
        return Used()
    if not isinstance(step, dict):
        return Used()
    several = [step.get(key) for key in ("controls", "set", "show", "use")]
    names = {str(name) for one in several for name in ([one] if isinstance(one, str) else one or ())}
    return Used(str(step.get("simulation", "")), frozenset(names))


def chosen_for(name: str) -> Choose:
    """What a teacher has to choose before the piece of this name can be put in."""
    group, _, what = name.partition(":")
    if group == "step" and what in KINDS:
        return KINDS[what].choose
    if group == "in":
        return next((part.choose for key, part in _parts() if key == what), "nothing")
    return "lesson" if name == "part:entry" else "nothing"


def _parts(kind: str | None = None) -> Iterator[tuple[str, StepPart]]:
    """What can be put into a step of this kind, or of any; first what only it has."""
    for one in KINDS if kind is None else [kind]:
        yield from KINDS[one].parts.items() if one in KINDS else ()
    yield from _IN_EVERY_STEP.items()


def _in_step(value: Mapping[str, Any], part: int | None) -> Iterator[Insertable]:
    """What the step under the cursor can still take up."""
    steps = value.get("steps")
    if part is None or not isinstance(steps, list) or part >= len(steps) or not isinstance(steps[part], dict):
        return
    for key, one in _parts(str(steps[part].get("kind"))):
        if one.way != "once" or key not in steps[part]:
            yield Insertable(f"in:{key}", _THIS_STEP, one.label)


def _new_step(value: Mapping[str, Any], part: int | None, kind: str, wanted: Wanted) -> Piece:
    steps = value.get("steps") or []
    index = len(steps) if part is None else part + 1
    before = steps[index - 1] if index else {}
    given = {
        "stage": str(before.get("stage", "knowledge")),
        "minutes": str(_minutes_for(kind, value, before)),
    }
    given |= KINDS[kind].given(wanted)
    skeleton = step_skeleton(Shapes(schema_of("lesson"), WrittenKeys({}, {})), kind, given)
    return Piece(("steps",), filled_in(skeleton, lambda place: labelled(place, LABELS)), index)


def _minutes_for(kind: str, value: Mapping[str, Any], before: Mapping[str, Any]) -> int:
    """As long as such a step takes, or what is left of the class; one that needs its time, all or none."""
    least = KINDS[kind].model.LEAST_MINUTES
    wanted = least or _STEP_MINUTES
    left = wanted if before.get("stage") in OUTSIDE_CLASS else _minutes_left(value)
    return 0 if left < least else min(wanted, left)


def _minutes_left(value: Mapping[str, Any]) -> int:
    """What the steps leave of the class, so that the minutes still add up."""
    taken = [
        one.get("minutes", 0)
        for one in value.get("steps") or []
        if isinstance(one, dict) and one.get("stage") not in OUTSIDE_CLASS
    ]
    numbers = [one for one in (value.get("minutes"), *taken) if isinstance(one, int)]
    return max(0, numbers[0] - sum(numbers[1:])) if numbers else 0


def _into_step(value: Mapping[str, Any], part: int, key: str, wanted: Wanted) -> Piece:
    place, step = ("steps", part), value["steps"][part]
    one = next(one for name, one in _parts(str(step.get("kind"))) if name == key)
    match one.way:
        case "slider":
            return _slider(step, place, key, wanted.chosen)
        case "name":
            return appended(value, place, key, wanted.chosen)
        case "sentence":
            return appended(value, place, key, _sentence((key,), value, (*place, key)))
        case "source":
            return appended(value, place, key, 'cite: "…"')
        case "once":
            return Piece(place, filled_in(one.lines, lambda at: labelled((key, *at), LABELS)), key=key)
        case _:
            assert_never(one.way)


def _slider(step: Mapping[str, Any], place: Location, key: str, name: str) -> Piece:
    parameter = sliders_of(str(step.get("simulation"))).get(name)
    control = slider(parameter) if parameter else "{}"
    if isinstance(step.get(key), dict):
        return Piece((*place, key), control, key=name)
    return Piece((*place,), f"{name}: {control}", key=key)


def _sentence(keys: Sequence[str | int], value: Any, way: Sequence[str | int]) -> str:
    """A sentence for one more item of the list at the end of the way."""
    try:
        index = len(get(value, way))
    except (LookupError, TypeError):  # there is no such list yet
        index = 0
    return filled_in(_ONE, lambda at: labelled((*keys, index, *at), LABELS))


def _into_plan(value: Mapping[str, Any], part: int | None, wanted: Wanted) -> Piece:
    units = value.get("units") or []
    place = ("units", min(part or 0, len(units) - 1))
    title = wanted.title or Text(en="…", zh="……")
    words = inline({"en": title.en, "zh": title.zh})
    return appended(value, place, "lessons", f"{{id: {wanted.chosen}, title: {words}}}")


def _part_of(value: Mapping[str, Any], part: int | None, name: str) -> Piece:
    """A new unit of the plan, or a new term of the glossary."""
    key = {"unit": "units", "term": "terms"}[name]
    there = value.get(key) or []
    index = len(there) if part is None else part + 1
    ids = {str(one.get("id")) for one in there if isinstance(one, dict)}
    number = next(n for n in range(1, len(there) + 2) if f"new-{n}" not in ids)
    lines = filled_in(_SKELETONS[name], lambda at: labelled(at, LABELS)).replace("ID", f"new-{number}")
    return Piece((key,), lines, index)


_ONE: Final = '{en: "${1}", zh: "${2}"}'
_SKELETONS: Final[Mapping[str, str]] = {
    "term": "id: ID\nterm: {en: '${1}', zh: '${2}'}\nmeaning: {en: '${3}', zh: '${4}'}",
    "unit": "title: {en: '${1}', zh: '${2}'}\nlessons:\n  - {id: ID, title: {en: '${3}', zh: '${4}'}}",
}
_THIS_STEP: Final = _WORDS["this_step"]
_NEW_STEP: Final = _WORDS["new_step"]
_PLAN: Final = _WORDS["the_plan"]
_LESSON: Final = _WORDS["the_lesson"]
_CLAIM: Final = "status: folklore\ntext: {en: '${1}', zh: '${2}'}\nsource: {en: '${3}', zh: '${4}'}"
_IN_EVERY_STEP: Final[Mapping[str, StepPart]] = {
    "notes": StepPart(LABELS["notes",], "once"),
    "intent": StepPart(LABELS["intent",], "once"),
    "claim": StepPart(_WORDS["claim_to_be_tested"], "once", lines=_CLAIM),
    "sources": StepPart(_WORDS["source"], "source"),
}
_STEPS: Final = tuple(Insertable(f"step:{kind}", _NEW_STEP, one.about) for kind, one in KINDS.items())
_OF_LESSON: Final = tuple(
    Insertable(f"lesson:{'.'.join(path)}", _LESSON, label)
    for path, label in {
        ("goals", "knowledge"): _WORDS["knowledge_goal"],
        ("goals", "ability"): _WORDS["ability_goal"],
        ("goals", "character"): _WORDS["character_goal"],
        ("key_points",): _WORDS["key_point"],
        ("difficult_points",): _WORDS["difficult_point"],
        ("methods",): _WORDS["method"],
        ("tools",): _WORDS["teaching_aid"],
    }.items()
)
_BESIDE: Final[Mapping[FileKind, tuple[Insertable, ...]]] = {
    "course": (
        Insertable("part:entry", _PLAN, _WORDS["lesson_in_this_unit"]),
        Insertable("part:unit", _PLAN, _WORDS["unit"]),
    ),
    "glossary": (Insertable("part:term", _WORDS["the_glossary"], _WORDS["term"]),),
}
