"""Which settings of a task reach every goal: none at the ends of all sliders, no needle, one region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import Final

from scipy.stats import qmc

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields import AskedControl
from exercises.fillin import show
from exercises.kind import Finding
from exercises.kinds.target.solved import TargetSolution, controls, reached
from exercises.kinds.target.written import TargetItem

MOST: Final = 400
"""At most so many settings are tried inside the box; a finer box is sampled evenly instead."""
BETWEEN: Final = 5
"""So many settings between two that pass are tried to see whether one can walk from one to the other."""
WALKS: Final = 12
"""So many of the settings that pass are joined by such walks."""
LEAST_SHARE: Final = 0.01
MOST_SHARE: Final = 0.25

ControlValues = tuple[float, ...]


@dataclass(frozen=True)
class Region:
    """The share of all settings that passes, and in how many pieces they lie."""

    share: float
    pieces: int


def corner_findings(item: TargetItem, solution: TargetSolution) -> Iterator[Finding]:
    """The corners of the box that pass, on one of a student's unseen runs."""
    sliders = controls(item)
    for corner in corners(sliders, solution):
        shown = ", ".join(f"{c.name} = {show(value)}" for c, value in zip(sliders, corner, strict=True))
        yield Finding(("controls",), _CORNER.fill({"corner": shown}), _CORNER_ADVICE, "warning")


def region_findings(item: TargetItem, solution: TargetSolution) -> Iterator[Finding]:
    """What is wrong with where a task can be solved; some hundreds of runs."""
    found = region(controls(item), solution)
    if not LEAST_SHARE <= found.share <= MOST_SHARE:
        message = _SHARE.fill({"share": f"{found.share:.1%}"})
        yield Finding(("goals",), message, _SHARE_ADVICE, "warning")
    if found.pieces > 1:
        yield Finding(("goals",), _PIECES.fill({"pieces": found.pieces}), _PIECES_ADVICE, "warning")


def corners(sliders: Sequence[AskedControl], solution: TargetSolution) -> tuple[ControlValues, ...]:
    """The settings with every slider at one of its ends that reach every goal."""
    ends = product(*((control.low, control.high) for control in sliders))
    return tuple(one for one in ends if _passes(sliders, solution, one, 1))


def region(sliders: Sequence[AskedControl], solution: TargetSolution) -> Region:
    """The region that passes, seen from bounded work: the fewer settings, the more of the unseen runs."""
    steps = tuple(_steps(control) for control in sliders)
    if prod(len(one) for one in steps) <= MOST:
        places = list(product(*(range(len(one)) for one in steps)))
        runs = max(1, MOST // len(places))
        good = {place for place in places if _passes(sliders, solution, _at(steps, place), runs)}
        return Region(len(good) / len(places), count_pieces(good))
    settings = _sample(steps)
    passing = [one for one in settings if _passes(sliders, solution, one, 1)]
    return Region(len(passing) / len(settings), _walked(passing[:WALKS], sliders, steps, solution))


def _passes(
    sliders: Sequence[AskedControl], solution: TargetSolution, setting: ControlValues, runs: int
) -> bool:
    values = {control.name: value for control, value in zip(sliders, setting, strict=True)}
    try:
        got = reached(solution, values, solution.seeds[:runs])
    except ReaderError:  # a setting that the model refuses reaches nothing
        return False
    return all(aim.is_met(value) for aim, value in zip(solution.aims, got, strict=True))


def _at(steps: Sequence[ControlValues], place: Sequence[int]) -> ControlValues:
    return tuple(one[index] for one, index in zip(steps, place, strict=True))


def _steps(control: AskedControl) -> tuple[float, ...]:
    count = round((control.high - control.low) / control.step)
    inner = (round(control.low + index * control.step, 10) for index in range(count + 1))
    return tuple(sorted({min(value, control.high) for value in inner} | {control.high}))


def _sample(steps: Sequence[Sequence[float]]) -> list[ControlValues]:
    """Settings spread evenly over the box, the same ones every time."""
    points = qmc.Halton(len(steps), scramble=False).random(MOST)
    return [tuple(one[int(u * len(one))] for one, u in zip(steps, point, strict=True)) for point in points]


def count_pieces(places: set[tuple[int, ...]]) -> int:
    """In how many pieces lattice places lie; neighbours differ by at most two steps in every direction.

    Two and not one, because on a single run a setting on the edge may fail by bad luck.
    """
    left, pieces = set(places), 0
    while left:
        pieces += 1
        edge = [left.pop()]
        while edge:
            here = edge.pop()
            near = {place for place in left if all(abs(a - b) <= 2 for a, b in zip(here, place, strict=True))}
            left -= near
            edge += near
    return pieces


def _walked(
    passing: Sequence[ControlValues],
    sliders: Sequence[AskedControl],
    steps: Sequence[Sequence[float]],
    solution: TargetSolution,
) -> int:
    """In how many pieces settings lie of which two belong together if all between them pass but one."""
    group: dict[int, int] = {index: index for index in range(len(passing))}
    for first, second in combinations(range(len(passing)), 2):
        if group[first] == group[second]:
            continue
        between = _between(passing[first], passing[second], steps)
        if sum(not _passes(sliders, solution, one, 1) for one in between) <= 1:
            joined, kept = group[second], group[first]
            group = {index: kept if one == joined else one for index, one in group.items()}
    return len(set(group.values()))


def _between(
    first: ControlValues, second: ControlValues, steps: Sequence[Sequence[float]]
) -> Iterator[ControlValues]:
    for index in range(1, BETWEEN + 1):
        part = index / (BETWEEN + 1)
        yield tuple(
            min(one, key=lambda step, aim=a + part * (b - a): abs(step - aim))  # type: ignore[misc]
            for one, a, b in zip(steps, first, second, strict=True)
        )


_CORNER: Final = Text(
    en="Every goal is reached by pushing all sliders to their ends: {corner}.",
    zh="把所有滑块推到头就能达到全部目标：{corner}。",
)
_CORNER_ADVICE: Final = Text(
    en="Let something be scarce: a goal with an expr that says what the settings cost.",
    zh="请让某样东西有限：加一个写明花费的目标（expr）。",
)
_SHARE: Final = Text(
    en="{share} of all settings reach every goal; it should be between 1 and 25 %.",
    zh="全部设置中有 {share} 能达到所有目标，应在 1% 到 25% 之间。",
)
_SHARE_ADVICE: Final = Text(
    en="Move the goals, or the bounds of the controls.", zh="请调整目标，或调整参数的范围。"
)
_PIECES: Final = Text(
    en="The settings that reach every goal lie in {pieces} separate pieces.",
    zh="能达到所有目标的设置分成了互不相连的 {pieces} 块。",
)
_PIECES_ADVICE: Final = Text(
    en="Whoever improves step by step can get stuck in one; add a goal or drop one.",
    zh="一步步改进的学生可能困在其中一块，请增加或去掉一个目标。",
)
