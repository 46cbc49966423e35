"""What can be put into a lesson, the plan or the glossary where the cursor stands, to be overwritten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import simulations
from authoring.completing import Written
from authoring.completing.lesson import STEP_KINDS, schema_of, step_skeleton
from authoring.completing.shapes import Shapes
from authoring.cursor import step_at
from authoring.edit.splice import get
from authoring.edit.writing import inline
from authoring.forms.lesson import LABELS
from authoring.inserting.part import Offer, Piece, appended, filled_in, labelled
from course.documents import FileKind
from course.lesson_lint.minutes import SIMULATION_MINUTES
from courseware.problem import ProblemsFoundError
from courseware.source import parse
from courseware.text import Text
from courseware.words import Words
from lessons.step import OUTSIDE_CLASS
from simulations.parameter import Parameter

_WORDS: Final = Words.beside(__file__, "lesson.words.yaml")

_STEP_MINUTES: Final = 5


@dataclass(frozen=True)
class Wanted:
    """What a teacher has chosen for a piece: a simulation with its view and sliders, a name, its title.

    `chosen` is a question for an exercise, a measure, or a lesson for the plan.
    """

    simulation: str = ""
    view: str = ""
    sliders: Sequence[str] = ()
    chosen: str = ""
    title: Text | None = None


def offers(text: str, line: int, kind: FileKind) -> tuple[Offer, ...]:
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


def sliders_of(simulation: str) -> Mapping[str, Parameter]:
    """The parameters of a simulation that students may move, by their names."""
    found = simulations.catalogue().get(simulation)
    return {one.name: one for one in simulations.parameters(found.model)} if found else {}


def _in_step(value: Mapping[str, Any], part: int | None) -> Iterator[Offer]:
    """What the step under the cursor can still take up."""
    steps = value.get("steps")
    if part is None or not isinstance(steps, list) or part >= len(steps) or not isinstance(steps[part], dict):
        return
    for key, (kinds, is_many, label) in _IN_STEP.items():
        if (not kinds or steps[part].get("kind") in kinds) and (is_many or key not in steps[part]):
            yield Offer(f"in:{key}", _THIS_STEP, label)


def _new_step(value: Mapping[str, Any], part: int | None, kind: str, wanted: Wanted) -> Piece:
    steps = value.get("steps") or []
    index = len(steps) if part is None else part + 1
    before = steps[index - 1] if index else {}
    given = {
        "stage": str(before.get("stage", "knowledge")),
        "minutes": str(_minutes_for(kind, value, before)),
    }
    given |= _play(wanted) if kind == "play" else {}
    given |= {"use": f"[{wanted.chosen}]", "mode": "practice"} if kind == "exercise" else {}
    skeleton = step_skeleton(Shapes(schema_of("lesson"), Written({}, {})), kind, given)
    return Piece(("steps",), filled_in(skeleton, lambda place: labelled(place, LABELS)), index)


def _minutes_for(kind: str, value: Mapping[str, Any], before: Mapping[str, Any]) -> int:
    """As long as such a step takes, or what is left of the class; a simulation takes all its time or none."""
    wanted = SIMULATION_MINUTES if kind == "play" else _STEP_MINUTES
    left = wanted if before.get("stage") in OUTSIDE_CLASS else _minutes_left(value)
    return 0 if kind == "play" and left < wanted else min(wanted, left)


def _minutes_left(value: Mapping[str, Any]) -> int:
    """What the steps leave of the class, so that the minutes still add up."""
    taken = [
        one.get("minutes", 0)
        for one in value.get("steps") or []
        if isinstance(one, dict) and one.get("stage") not in OUTSIDE_CLASS
    ]
    numbers = [one for one in (value.get("minutes"), *taken) if isinstance(one, int)]
    return max(0, numbers[0] - sum(numbers[1:])) if numbers else 0


def _play(wanted: Wanted) -> dict[str, str]:
    known = sliders_of(wanted.simulation)
    controls = [f"\n  {name}: {inline(_control(known[name]))}" for name in wanted.sliders if name in known]
    measures = list(simulations.catalogue()[wanted.simulation].words.measures)[:2]
    return {
        "simulation": wanted.simulation,
        "view": wanted.view,
        "controls": "".join(controls) or "{}",
        "show": inline(measures),
    }


def _control(parameter: Parameter) -> dict[str, float | int | str]:
    start = {"default": parameter.default}
    bounds = parameter.bounds
    return start | ({"min": _short(bounds.low), "max": _short(bounds.high)} if bounds else {})


def _short(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def _into_step(value: Mapping[str, Any], part: int, key: str, wanted: Wanted) -> Piece:
    place = ("steps", part)
    if key == "controls":
        parameter = sliders_of(str(value["steps"][part].get("simulation"))).get(wanted.chosen)
        control = inline(_control(parameter)) if parameter else "{}"
        if isinstance(value["steps"][part].get("controls"), dict):
            return Piece((*place, "controls"), control, key=wanted.chosen)
        return Piece(place, f"{wanted.chosen}: {control}", key=key)
    if key in {"show", "use"}:
        return appended(value, place, key, wanted.chosen)
    if key in {"options", "prompts"}:
        return appended(value, place, key, _sentence((key,), value, (*place, key)))
    if key == "sources":
        return appended(value, place, key, 'cite: "…"')
    lines = filled_in(_SKELETONS.get(key, _ONE), lambda at: labelled((key, *at), LABELS))
    return Piece(place, lines, key=key)


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
    "predict": "question: {en: '${1}', zh: '${2}'}\noptions:\n  - {en: '${3}', zh: '${4}'}\n"
    "  - {en: '${5}', zh: '${6}'}\nexplain: {en: '${7}', zh: '${8}'}",
    "claim": "status: folklore\ntext: {en: '${1}', zh: '${2}'}\nsource: {en: '${3}', zh: '${4}'}",
    "term": "id: ID\nterm: {en: '${1}', zh: '${2}'}\nmeaning: {en: '${3}', zh: '${4}'}",
    "unit": "title: {en: '${1}', zh: '${2}'}\nlessons:\n  - {id: ID, title: {en: '${3}', zh: '${4}'}}",
}
_THIS_STEP: Final = _WORDS["this_step"]
_NEW_STEP: Final = _WORDS["new_step"]
_PLAN: Final = _WORDS["the_plan"]
_LESSON: Final = _WORDS["the_lesson"]
_IN_STEP: Final[Mapping[str, tuple[frozenset[str], bool, Text]]] = {
    "options": (frozenset({"ask"}), True, _WORDS["option"]),
    "answer": (frozenset({"ask"}), False, LABELS["answer",]),
    "prompts": (frozenset({"discuss"}), True, _WORDS["question_for_the_talk"]),
    "controls": (frozenset({"play"}), True, _WORDS["slider"]),
    "show": (frozenset({"play"}), True, _WORDS["measure_beside_the_chart"]),
    "predict": (frozenset({"play"}), False, _WORDS["prediction_before_the_run"]),
    "use": (frozenset({"exercise"}), True, _WORDS["question_from_a_bank"]),
    "notes": (frozenset(), False, LABELS["notes",]),
    "intent": (frozenset(), False, LABELS["intent",]),
    "claim": (frozenset(), False, _WORDS["claim_to_be_tested"]),
    "sources": (frozenset(), True, _WORDS["source"]),
}
_STEPS: Final = tuple(Offer(f"step:{kind}", _NEW_STEP, about) for kind, about in STEP_KINDS.items())
_OF_LESSON: Final = tuple(
    Offer(f"lesson:{'.'.join(path)}", _LESSON, label)
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
_BESIDE: Final[Mapping[FileKind, tuple[Offer, ...]]] = {
    "course": (
        Offer("part:entry", _PLAN, _WORDS["lesson_in_this_unit"]),
        Offer("part:unit", _PLAN, _WORDS["unit"]),
    ),
    "glossary": (Offer("part:term", _WORDS["the_glossary"], _WORDS["term"]),),
}
