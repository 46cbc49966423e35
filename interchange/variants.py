"""Makes questions portable: what is drawn for each student is drawn here, a few versions of each item."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from courseware.chance import seed_for
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.drawing import EMPTY, draw_from
from exercises.exercise import Exercise
from exercises.portable.answers import answers
from exercises.portable.data import Owner, with_data
from exercises.portable.question import Loss, Portable
from exercises.portable.told import Answers, Stays
from exercises.scope import draw_scope, has_random_draws
from exercises.variant import Variant

PATIENCE: Final = 4
"""So many draws are looked at for each version that is wanted, to find versions that differ."""


def freeze(
    exercises: Iterable[Exercise], *, variants: int, secret: bytes, class_name: str = ""
) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """Every exercise without anything left to draw, and what of them cannot travel.

    An exercise that is the same for everybody gives one question, in the category of its bank. One that is
    drawn gives up to `variants` versions in a category of its own. Each version is that of a made-up
    student of `class_name`, who has the same customers in every item. Equal secrets, equal versions.
    """
    portables: list[Portable] = []
    losses: list[Loss] = []
    for exercise in exercises:
        versions, lost = _frozen(exercise, variants, secret, class_name)
        portables += versions
        losses += lost
    return tuple(portables), tuple(losses)


def is_drawn(exercise: Exercise) -> bool:
    """Whether two students may be asked different things."""
    return exercise.data is not None or has_random_draws(exercise.item)


def _frozen(
    exercise: Exercise, variants: int, secret: bytes, class_name: str
) -> tuple[list[Portable], list[Loss]]:
    wanted = variants if is_drawn(exercise) else 1
    found: list[Portable] = []
    try:
        drawn = islice(_versions(exercise, wanted * PATIENCE, secret, class_name), wanted)
        for rank, (variant, owner) in enumerate(drawn, 1):
            told = answers(variant)
            if isinstance(told, Stays):
                return [], [Loss(exercise.id, told.why)]
            found.append(_portable(exercise, rank, variant, owner, told))
    except ReaderError as error:
        return [], [Loss(exercise.id, error.text)]
    return found, _few(exercise, len(found), wanted) if found else [Loss(exercise.id, _UNMET)]


def _versions(
    exercise: Exercise, tries: int, secret: bytes, class_name: str
) -> Iterator[tuple[Variant, Owner]]:
    """Draws that differ and meet the item's `require`, each with the made-up student it was drawn for."""
    seen: list[Variant] = []
    for student in map(str, range(1, tries + 1)):
        owner = Owner(secret, class_name, student)
        table = owner.table(exercise.data) if exercise.data else EMPTY
        seed = seed_for(secret, class_name, student, exercise.id, "carried")
        scope = draw_scope(exercise.item, seed, table, is_shuffled=False)
        variant = replace(draw_from(exercise, scope), seed=0)
        if scope.is_met and variant not in seen:
            seen.append(variant)
            yield variant, owner


def _portable(exercise: Exercise, rank: int, variant: Variant, owner: Owner, told: Answers) -> Portable:
    bank, points = Path(exercise.file).stem, exercise.attempts.points
    drawn = is_drawn(exercise)
    id_ = f"{exercise.id}-v{rank}" if drawn else exercise.id
    stem, table = with_data(exercise, _below(variant.question.stem, told.below), owner)
    return Portable(
        id=id_,
        category=(bank, exercise.id) if drawn else (bank,),
        name=Text(en=id_, zh=id_),
        stem=stem,
        kind=told.kind,
        explain=variant.explain,
        options=told.options,
        numbers=told.numbers,
        unit=told.unit,
        pairs=told.pairs,
        distractors=told.distractors,
        order=told.order,
        gaps=told.gaps,
        parts=told.parts,
        case_counts=told.case_counts,
        rubric=told.rubric,
        hints=tuple((hint.text, hint.cost) for hint in variant.hints),
        difficulty=exercise.difficulty,
        curriculum=exercise.curriculum,
        penalty=round(points[0] - points[1], 4) if len(points) > 1 else 1.0,
        is_shuffled=exercise.is_shuffled and told.kind != "truth",
        table=table,
    )


def _below(stem: Text, below: Text | None) -> Text:
    return stem if below is None else stem.each(lambda one: f"{stem[one]}\n\n{below[one]}")


def _few(exercise: Exercise, count: int, wanted: int) -> list[Loss]:
    if count == wanted:
        return []
    what = Text(
        en=f"Only {count} versions that differ were found; {wanted} were asked for.",
        zh=f"只找到 {count} 个互不相同的版本，少于所要的 {wanted} 个。",
    )
    return [Loss(exercise.id, what)]


_UNMET: Final = Text(
    en="No draw met what the item requires, so there is no version to carry away.",
    zh="没有一次抽取满足题目的 require，因此没有可带走的版本。",
)
