"""Reach a goal in a simulation: the controls that are sent are run again on seeds that nobody has seen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import simulations
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import Controls
from exercises.fillin import show
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, GradePart, Invalid
from exercises.item import KeyPath
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.target.checks import check
from exercises.kinds.target.help import HELP
from exercises.kinds.target.region import corner_findings, region_findings
from exercises.kinds.target.solved import SEEDS, Aim, TargetSolution, controls, reached, solve
from exercises.kinds.target.written import TargetItem
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class TargetKind(QuestionKind[TargetItem]):
    """Marks controls by the weighted share of goals that are met on average over unseen seeds."""

    item = TargetItem
    help = HELP
    is_slow_to_mark = True

    def draw(self, item: TargetItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The controls with their bounds; the seeds of the marking follow from the secret."""
        solution = solve(item, scope)
        field = Controls(ANSWER, _goals(solution.aims), item.simulation, item.view, controls(item), item.set)
        return Question(scope.fill(item.stem), (field,)), to_json(solution)

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The mark of a mapping from every control to a number within its bounds."""
        values = variant.question.field(Controls).read(response)
        if isinstance(values, Invalid):
            return values
        solution = from_json(TargetSolution, variant.solution)
        try:
            got = reached(solution, values)
        except ReaderError as error:
            return Invalid(ANSWER, error.text)
        parts = tuple(_part(aim, value) for aim, value in zip(solution.aims, got, strict=True))
        weights = sum(aim.weight for aim in solution.aims)
        pairs = zip(parts, solution.aims, strict=True)
        score = (
            1.0 if all(part.score for part in parts) else sum(p.score * a.weight for p, a in pairs) / weights
        )
        return Grade(score, parts, _feedback(parts))

    def reveal(self, variant: Variant) -> Text:
        """One setting that reaches every goal; there are others."""
        solution = from_json(TargetSolution, variant.solution)
        names = _parameter_labels(solution.simulation)
        pairs = [(names[name], show(value)) for name, value in solution.passes.items()]
        en = ", ".join(f"{label.en} = {value}" for label, value in pairs)
        zh = "，".join(f"{label.zh} = {value}" for label, value in pairs)
        return Text(en=f"for example {en}", zh=f"例如{zh}")

    def right(self, variant: Variant) -> Json:
        """The controls that the teacher says pass."""
        return dict(from_json(TargetSolution, variant.solution).passes)

    def wrong(self, variant: Variant) -> Json:
        """The controls that the teacher says fail."""
        return dict(from_json(TargetSolution, variant.solution).fails)

    def check(self, item: TargetItem) -> Iterable[Finding]:
        """Whether everything that it names exists."""
        return check(item)

    def alternatives(self, item: TargetItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: nothing is chosen."""
        return ()

    def has_one_key(self, item: TargetItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def names_at(self, item: TargetItem, loc: KeyPath) -> tuple[str, ...] | None:
        """What a goal's own formula may be made of: the measures and the controls."""
        if loc[0] != "goals" or loc[-1] != "expr":
            return None
        measures = simulations.find(item.simulation).model(n=40).measures()
        return (*measures, *item.controls)

    def lint(self, item: TargetItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether `pass` reaches every goal and `fail` does not, on the seeds of several students."""
        variants = [variant for _, variant in draws[:: max(1, len(draws) // 8)]]
        passed = [self.grade(variant, self.right(variant)) for variant in variants]
        failed = [self.grade(variant, self.wrong(variant)) for variant in variants]
        for place, grades, wanted in (("pass", passed, True), ("fail", failed, False)):
            if bad := next(
                (one for one in grades if not isinstance(one, Grade) or one.is_right != wanted), None
            ):
                yield _test_finding(place, bad)
        yield from corner_findings(item, from_json(TargetSolution, variants[0].solution))

    def search(self, item: TargetItem, variant: Variant) -> Iterable[Finding]:
        """Whether the settings that reach every goal are neither a needle nor half of the box."""
        return region_findings(item, from_json(TargetSolution, variant.solution))


def _goals(aims: Sequence[Aim]) -> Text:
    en, zh = "; ".join(aim.label.en for aim in aims), "；".join(aim.label.zh for aim in aims)
    return Text(en=f"Reach: {en}", zh=f"目标：{zh}")


def _part(aim: Aim, reached: float) -> GradePart:
    value = show(float(reached), aim.form)
    label = Text(en=f"{aim.label.en} — reached {value}", zh=f"{aim.label.zh}，实际 {value}")
    return GradePart(label, 1.0) if aim.is_met(reached) else GradePart(label, 0.0, aim.why)


def _feedback(parts: Sequence[GradePart]) -> Text:
    met = sum(part.score >= 1 for part in parts)
    if met == len(parts):
        return Text(
            en=f"Reached, on average over {SEEDS} runs that you had not seen.",
            zh=f"目标达成：这是在你没见过的 {SEEDS} 次运行中的平均结果。",
        )
    return Text(
        en=f"{met} of {len(parts)} goals reached, on average over {SEEDS} unseen runs.",
        zh=f"在 {SEEDS} 次未见过的运行中平均来看，{len(parts)} 个目标达成了 {met} 个。",
    )


def _parameter_labels(simulation: str) -> Mapping[str, Text]:
    words = simulations.find(simulation).words
    return {name: parameter.label for name, parameter in words.parameters.items()}


def _test_finding(place: str, bad: Grade | Invalid) -> Finding:
    said = bad.message if isinstance(bad, Invalid) else bad.feedback
    parts = () if isinstance(bad, Invalid) else bad.parts
    labels = [part.label for part in parts if part.label]
    en, zh = "; ".join(label.en for label in labels), "；".join(label.zh for label in labels)
    message = Text(en=f"{place}: {said.en} {en}".strip(), zh=f"{place}：{said.zh}{zh}")
    return Finding(("tests", place), message, _TEST_ADVICE)


_TEST_ADVICE: Final = Text(
    en="Change the goals or the test, so that pass passes and fail fails with room to spare.",
    zh="请修改目标或测试，使 pass 稳稳通过、fail 稳稳不通过。",
)

KIND: Final = TargetKind()
