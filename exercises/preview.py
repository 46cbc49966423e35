"""A question in plain text, as a student will see it, for a teacher at a terminal."""

from courseware.text import Language, Text
from exercises.exercise import Exercise
from exercises.fillin import show
from exercises.variant import Variant


def preview(exercise: Exercise, variant: Variant, language: Language) -> str:
    """The stem, the fields, what hints cost and what each try earns."""
    question = variant.question
    points = " / ".join(show(point, ".0%") for point in exercise.attempts.points)
    head = _HEAD.fill({"id": exercise.id, "kind": exercise.kind, "points": points})
    lines = [head[language], "", question.stem[language]]
    for field in question.fields:
        lines += ["", field.label[language], *field.preview(language)]
    for number, hint in enumerate(variant.hints, 1):
        values = {"number": number, "cost": show(hint.cost, ".0%")}
        lines += ["", _HINT.fill(values)[language], f"  {hint.text[language]}"]
    return "\n".join(lines)


_HEAD = Text(en="{id} ({kind}); a try earns {points}", zh="{id}（{kind}）；各次作答得分比例 {points}")
_HINT = Text(en="Hint {number} (costs {cost}):", zh="提示 {number}（扣 {cost}）：")
