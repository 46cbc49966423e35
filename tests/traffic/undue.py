"""What must not reach a student yet at each step of a lesson: notes, answers, reasons, results, seeds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from pydantic import BaseModel

import exercises
from classroom import Store, Student, variant_for
from course import all_exercises, glossary
from course.media import media_store, references_in, replace_references
from courseware.text import LANGUAGES, Language, Text, as_text
from exercises import Exercise, Variant
from exercises.exercise import kind_of
from exercises.rubric import rubric_of
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Step
from lessons.steps import contract
from simulations import find
from ui.play_setup import write_measure
from ui.steps.play import setup_of
from web.runs import measures_of

FEWEST: Final[Mapping[Language, int]] = {"en": 28, "zh": 13}
"""Letters of a piece that can be told from labels and terms, which may stand anywhere."""
DIGITS: Final = 4
"""Of a number that can be told from the bounds of a slider or a number in a text."""


@dataclass(frozen=True)
class Undue:
    """Something that is not due: what it is, and the words or numbers by which it would be seen."""

    what: str
    said: str


def letters(text: str) -> str:
    """The letters and digits alone, so that markup, line breaks and links make no difference."""
    return re.sub(r"[\W_]+", "", text)


def pieces(text: Text, language: Language) -> Iterator[str]:
    """The parts of a text between marks of punctuation and links, where they are long enough to be known.

    Of what it shows the digest alone is told, which no address can do without.
    """
    said = replace_references(text[language], lambda one: one.alt)
    for part in re.split(r"\[\[|\]\]|\{|\}|[。．.!?！？；;：:，,、()（）\n“”\"*]", said):
        if len(letters(part)) >= FEWEST[language]:
            yield letters(part)
    for reference in references_in(text[language]):
        file = media_store().find(reference.name) if reference.name else None
        if file is not None:
            yield file.digest


def of_teachers(lesson: Lesson) -> list[Undue]:
    """What is for teachers alone, of every step: it may reach a student at no step."""
    return [
        Undue(f"{name} of {step.id}", piece)
        for step in lesson.steps
        for name, text in (("notes", step.notes), ("intent", step.intent))
        if text is not None
        for language in LANGUAGES
        for piece in pieces(text, language)
    ]


def of_step(lesson: Lesson, step: Step) -> list[Undue]:
    """What is not due before the student has predicted or answered at this step."""
    match step:
        case PlayStep():
            return _of_play(lesson, step)
        case AskStep():
            return [] if step.answer is None else said({"answer": step.answer})
        case ReadStep() | ExerciseStep() | DiscussStep():
            return []  # of a question of the banks `of_exercises` tells
        case _:
            assert_never(step)


def _of_play(lesson: Lesson, step: PlayStep) -> list[Undue]:
    hidden = [Undue("condition of a task", letters(one)) for task in step.tasks for one in task.conditions]
    if step.predict is None:
        return hidden
    view = find(step.simulation).words.views[step.view]
    shown = {"explanation": step.predict.explain, "message of the view": view.message}
    claimed = said({"verdict on the claim": as_text(step.claim.source)}) if step.claim else []
    return [*hidden, *claimed, *said(shown), *_results(lesson, step)]


def said(texts: Mapping[str, Text]) -> list[Undue]:
    """What the pieces of these texts are, each under its name."""
    return [
        Undue(what, piece)
        for what, text in texts.items()
        for language in LANGUAGES
        for piece in pieces(text, language)
    ]


def _results(lesson: Lesson, step: PlayStep) -> list[Undue]:
    """The numbers of the covered run, as they are written and as they are."""
    setup = setup_of(lesson, step)
    model = setup.model(setup.defaults())
    names = setup.measures or setup.simulation.views[step.view].measures
    table = setup.simulation.views[step.view].table(model)
    values = [value for column in table.values() if column.dtype.kind == "f" for value in column.tolist()]
    measures = [measures_of(model)[name] for name in names]
    written = [write_measure(setup.simulation, *one) for one in zip(names, measures, strict=True)]
    return _numbers("result of the run", [*written, *(f"{value:.4g}" for value in [*values, *measures])])


def _numbers(what: str, written: Iterable[str]) -> list[Undue]:
    """Those of the numbers that have decimals and enough digits to be known."""
    bare = {number.strip("%") for number in written}
    return [Undue(what, number) for number in bare if "." in number and _digits(number) >= DIGITS]


def _digits(number: str) -> int:
    """How many digits tell this number from others."""
    return len(re.sub(r"\D", "", number).lstrip("0"))


def of_exercises(store: Store, student: Student, step: Step) -> list[Undue]:
    """Of each question of a step, as this student was given it: seed, solution, explanation and hints."""
    known, items = all_exercises(), [item for item, _ in contract(step).asks()]
    return [one for item in items if item in known for one in _of_exercise(store, student, known[item])]


def _of_exercise(store: Store, student: Student, exercise: Exercise) -> list[Undue]:
    return of_variant(variant_for(store, student, exercise))


def of_variant(variant: Variant) -> list[Undue]:
    """Of a question as it was drawn: seed, right answer, solution, explanation, hints and rubric."""
    hidden = {"explanation": variant.explain}
    if variant.kind != "match":  # its solution is made of rows and choices, which stand side by side anyway
        hidden["solution"] = exercises.reveal(variant)
    hidden |= {f"hint {number}": hint.text for number, hint in enumerate(variant.hints, 1)}
    if kind_of(variant.kind).is_marked_by_hand:
        hidden |= {f"criterion {n}": one.text for n, one in enumerate(rubric_of(variant).criteria, 1)}
    asked = letters(str(_plain(variant.question)))
    undue = [*said(hidden), Undue("seed", str(variant.seed))]
    right = [str(value) for value in exercises.right_response(variant).values() if isinstance(value, str)]
    undue += _numbers("right answer", right)
    return [one for one in undue if one.said not in asked]


def _plain(value: object) -> object:
    return value.model_dump() if isinstance(value, BaseModel) else value


def in_public(lesson: Lesson) -> str:
    """All that a student may read at any step, as letters: what stands here is no secret elsewhere."""
    known = all_exercises()
    texts: list[Text | None] = [
        lesson.title,
        *(known[item].item.stem for item in lesson.items() if item in known),
    ]
    texts += [text for term in glossary().terms for text in (term.term, term.meaning)]
    for step in lesson.steps:
        texts += [step.title, getattr(step, "text", None)]
        texts += list(getattr(step, "options", ())) + list(getattr(step, "prompts", ()))
        if isinstance(step, PlayStep) and step.predict is not None:
            texts += [step.predict.question, *step.predict.options]
        if step.claim is not None:
            texts.append(step.claim.text)
    return letters("".join(text[language] for text in texts if text is not None for language in LANGUAGES))


def found(undue: list[Undue], frames: bytes, public: str) -> list[str]:
    """What of this stands in the frames, as text or as a number."""
    text = frames.decode("utf-8", "ignore")
    plain, numbers = letters(text), set(re.findall(r"\d[\d,]*\.\d+(?![\d]|rem)", text))
    return [
        f"{one.what}: {one.said}"
        for one in undue
        if one.said not in public and (one.said in plain if one.said.isalnum() else _is_in(one.said, numbers))
    ]


def _is_in(number: str, numbers: set[str]) -> bool:
    """Whether one of these is the number, or the number with more digits."""
    return any(one.startswith(number.lstrip("-−")) for one in numbers)
