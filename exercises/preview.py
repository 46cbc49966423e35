"""A question in plain text, as a student will see it, for a teacher at a terminal."""

from collections.abc import Iterator

from courseware.text import Language, Text
from exercises.exercise import Exercise
from exercises.fillin import show
from exercises.question import Assign, Controls, Field, ManyOf, NumberField, Option, Ordering
from exercises.variant import Variant


def preview(exercise: Exercise, variant: Variant, language: Language) -> str:
    """The stem, the fields, what hints cost and what each try earns."""
    question = variant.question
    points = " / ".join(show(point, ".0%") for point in exercise.attempts.points)
    head = _HEAD.fill({"id": exercise.id, "kind": exercise.kind, "points": points})
    lines = [head[language], "", question.stem[language]]
    for field in question.fields:
        lines += ["", field.label[language], *_lines(field, language)]
    for number, hint in enumerate(variant.hints, 1):
        values = {"number": number, "cost": show(hint.cost, ".0%")}
        lines += ["", _HINT.fill(values)[language], f"  {hint.text[language]}"]
    return "\n".join(lines)


def _lines(field: Field, language: Language) -> Iterator[str]:
    match field:
        case NumberField():
            yield "  ____" + (f" {field.unit[language]}" if field.unit else "")
        case Assign():
            yield from _listed(field.rows, "  ", language)
            yield from _listed(field.choices, "    → ", language)
        case Controls():
            for one in field.controls:
                low, high, default = show(one.low), show(one.high), show(one.default)
                yield f"  {one.name} = {default}  [{low} … {high}]"
            yield from (f"  {name} = {value}" for name, value in field.fixed.items())
        case ManyOf() | Ordering():
            yield from _listed(field.options, "  [ ] ", language)
        case _:
            yield from _listed(field.options, "  ( ) ", language)


def _listed(options: tuple[Option, ...], mark: str, language: Language) -> Iterator[str]:
    for option in options:
        yield f"{mark}{option.id}  {option.text[language]}"


_HEAD = Text(en="{id} ({kind}); a try earns {points}", zh="{id}（{kind}）；各次作答得分比例 {points}")
_HINT = Text(en="Hint {number} (costs {cost}):", zh="提示 {number}（扣 {cost}）：")
