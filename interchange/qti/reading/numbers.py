"""Numbers of QTI: which are right, within what, found by trying numbers around each bound of the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import floor, log10
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable, PortableNumber, PortableWording
from interchange.blanks import gap_of
from interchange.gift.answers import EXACTLY
from interchange.numbers import comma_notes, is_code, number
from interchange.qti.elements import TOOL
from interchange.qti.kinds.number import SLACK
from interchange.qti.reading.expressions import tolerances
from interchange.qti.reading.feedback import When, said_of
from interchange.qti.reading.tree import every
from interchange.qti.reading.trials import Asking, Trial
from interchange.qti.reading.variables import NUMERIC
from interchange.uploads import check_count


@dataclass(frozen=True)
class _Run:
    """Neighbouring numbers that earn the same and are told the same, from `low` to `high`."""

    low: float
    high: float
    trials: tuple[Trial, ...]
    open_ends: tuple[Trial, ...]

    @property
    def score(self) -> float:
        """What each of them earns."""
        return self.trials[0].score

    def number(self, share: float, slack: float) -> PortableNumber:
        """The middle and the half width, without the noise that taking a mean leaves behind."""
        largest = max(abs(self.low), abs(self.high), 1e-300)
        middle = round((self.low + self.high) / 2, 14 - floor(log10(largest)))
        size = max(1.0, abs(middle))
        width = round((self.high - self.low) / 2 - slack * size, 14 - floor(log10(size)))
        return PortableNumber(middle, max(0.0, width), share)


def typed(asking: Asking, shell: Portable) -> Portable:
    """A number to be typed, or words."""
    shell = replace(shell, kind="number")
    if asking.response.base in NUMERIC:
        return _measured(asking, shell)
    return _spelt(asking, shell)


def _measured(asking: Asking, shell: Portable) -> Portable:
    trials = [asking.attempt((value,)) for value in _samples(_bounds(asking))]
    ends = {_told(trials[0]), _told(trials[-1])}
    if any(score > 0 for score, _ in ends):
        raise ReaderError(_ENDLESS)
    runs = [run for run in _runs(trials) if _told(run.trials[0]) not in ends]
    best = asking.best(max(trials, key=lambda one: one.score), ())
    said = said_of(asking, trials, best, [_within(run) for run in runs])
    kept = [(run, said.whys.get(at)) for at, run in enumerate(runs) if run.score > 0 or at in said.whys]
    taken = {one for run, _ in kept for one in run.trials}
    if any(end not in taken for run, _ in kept for end in run.open_ends):
        asking.notes.append(_ENDS)
    slack = SLACK if asking.item.attributes.get("toolname") == TOOL else 0.0
    numbers = (replace(run.number(run.score / best, slack), why=why) for run, why in kept)
    ordered = sorted(numbers, key=lambda one: (-one.share, -abs(one.value)))  # 60 % before 0.6
    return replace(shell, numbers=tuple(ordered), explain=said.explain)


def _told(trial: Trial) -> tuple[float, frozenset[int]]:
    return trial.score, trial.shown


def _bounds(asking: Asking) -> Sequence[float]:
    """Every number at which the marking may change."""
    response = asking.response
    worth = response.worth.entries if response.worth else ()
    said = [one for one in every(asking.item, "basevalue") if one.attributes.get("basetype") in NUMERIC]
    values = {float(one) for one in (*response.right, *(entry.key for entry in worth))}
    values |= {number(one.said()) for one in said}
    equal = [one for one in every(asking.item, "equal") if one.attributes.get("tolerance")]
    check_count(len(values) * (1 + len(equal)))
    widened = {end for one in equal for value in values for end in tolerances(one, value)}
    return sorted({*values, *widened})


def _samples(bounds: Sequence[float]) -> Iterator[float]:
    """Each bound, a number between it and the next, and one beyond either end."""
    if not bounds:
        raise ReaderError(_NO_BOUND)
    yield bounds[0] - 1 - abs(bounds[0])
    for one, other in pairwise(bounds):
        yield from (one, (one + other) / 2)
    yield from (bounds[-1], bounds[-1] + 1 + abs(bounds[-1]))


def _runs(trials: Sequence[Trial]) -> Iterator[_Run]:
    """Samples that are marked alike, side by side; a bound left out at an end leaves it open."""
    last = -1
    for _, group in groupby(trials, _told):
        run = tuple(group)
        first, last = last + 1, last + len(run)
        low = trials[first if first % 2 else max(0, first - 1)]
        high = trials[last if last % 2 else min(len(trials) - 1, last + 1)]
        yield _Run(_value(low), _value(high), run, tuple(one for one in (low, high) if one not in run))


def _value(trial: Trial) -> float:
    return float(trial.answer[0])


def _within(run: _Run) -> When:
    return lambda one: one in run.trials


def _spelt(asking: Asking, shell: Portable) -> Portable:
    """A short answer in which each wording is a number."""
    response = asking.response
    said = [str(one) for one in response.right]
    said += [str(one.key) for one in response.worth.entries] if response.worth else []
    words = [
        one.said() for one in every(asking.item, "basevalue") if one.attributes.get("basetype") == "string"
    ]
    said = list(dict.fromkeys([*said, *words]))
    check_count(len(said))
    try:
        values: dict[str, float] | None = {words: number(words) for words in said}
    except ReaderError:
        values = None
    if said and (values is None or any(map(is_code, said))):
        return _worded(asking, shell, said)
    if not values:
        raise ReaderError(_NO_BOUND)
    trials = asking.attempts([words] for words in said)
    best = asking.best(max(trials, key=lambda one: one.score), ())
    told = said_of(asking, trials, best, [_typed(words) for words in said])
    asking.notes.extend((EXACTLY, *comma_notes(said)))
    numbers = tuple(
        PortableNumber(values[str(one.answer[0])], 0.0, one.score / best, told.whys.get(at))
        for at, one in enumerate(trials)
    )
    return replace(shell, numbers=numbers, explain=told.explain)


def _worded(asking: Asking, shell: Portable, said: Sequence[str]) -> Portable:
    """Words of which each wording is tried."""
    trials = asking.attempts([words] for words in said)
    best = asking.best(max(trials, key=lambda one: one.score), ())
    told = said_of(asking, trials, best, [_typed(words) for words in said])
    wordings = (
        PortableWording(str(one.answer[0]), one.score / best, told.whys.get(at))
        for at, one in enumerate(trials)
    )
    cases = [one.attributes.get("casesensitive", "true") for one in every(asking.item, "stringmatch")]
    case_counts = asking.item.attributes.get("toolname") == TOOL and "true" in cases
    if asking.item.attributes.get("toolname") != TOOL:
        asking.notes.append(_CASE)
    return replace(
        shell, kind="blank", gaps=(gap_of(wordings),), case_counts=case_counts, explain=told.explain
    )


def _typed(words: str) -> When:
    return lambda one: one.answer == (words,)


_ENDLESS: Final = Text(
    en="Every number above or below some bound earns marks there; here a number has a tolerance.",
    zh="原题中大于或小于某个界限的数都得分，这里的数值须有误差范围。",
)
_CASE: Final = Text(
    en="Here capitals, width and the mark at the end make no difference.",
    zh="这里不区分大小写、全角半角和句末标点。",
)
_ENDS: Final = Text(
    en="There the ends of its tolerance were outside; here they count as within.",
    zh="原题误差范围的两端不算在内，这里算在内。",
)
_NO_BOUND: Final = Text(en="It names no right answer.", zh="题中没有写出正确答案。")
