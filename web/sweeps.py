"""Runs along a whole slider, so that a chart can follow the hand without asking the server."""

import gzip
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock
from time import monotonic, thread_time
from typing import Any, Final

import numpy as np

from courseware.problem import ReaderError
from courseware.text import Language, Text
from simulations import Simulation
from simulations.model import Model
from simulations.parameter import Parameter, ParameterValue
from simulations.picture import Picture, to_json
from web.runs import address_of_run

ALONG: Final = "along"
"""What names the slider in an address; beside it stand its `ENDS`, the `MOMENT` of its pictures and the
measures to `SHOW`."""
ENDS: Final = ("along-low", "along-high", "along-step")
MOMENT: Final = "along-moment"
SHOW: Final = "along-show"
MOST_POINTS: Final = 21
"""So many runs show how a chart moves along a slider; between two of them the browser interpolates."""
MOST_CUSTOMERS: Final = 20_000
"""Runs of more customers are made one at a time, when a hand has let go."""
_FEWEST_POINTS: Final = 5
_SHORT: Final = 0.2
"""Seconds of a processor that one slider may take; where a run is dear there are fewer of them."""
_NUMBERS: Final = frozenset({float, int})
_ATOMS: Final = frozenset({str, int, bool, type(None)})
_UNEVEN: Final = 100
_DIGITS: Final = 5
"""A chart on its way shows no more; the exact run follows it."""

_NOT_A_SLIDER: Final = Text(
    en="{along} is no number that a slider of {simulation} sets.",
    zh="{along} 不是 {simulation} 里可以用滑块设置的数。",
)
_BACKWARDS: Final = Text(
    en="A slider goes from a lower to a higher number within {own}; got {low} to {high}, step {step}.",
    zh="滑块须在 {own} 之内从小到大，现在是 {low} 到 {high}，步长 {step}。",
)


@dataclass(frozen=True)
class Slider:
    """One numeric parameter of a simulation and where its slider goes.

    A ReaderError tells what would be right where a simulation has no such slider.
    """

    simulation: Simulation
    along: str
    low: float
    high: float
    step: float

    def __post_init__(self) -> None:
        own = self.parameter.bounds
        if own is None:
            raise ReaderError(_NOT_A_SLIDER.fill({"along": self.along, "simulation": self.simulation.name}))
        if not (
            own.low <= self.low < self.high <= own.high
            and 0 < self.step <= (self.high - self.low) * (1 + 1e-9)
        ):
            facts = {"low": self.low, "high": self.high, "step": self.step}
            raise ReaderError(_BACKWARDS.fill({"own": f"{own.low:,.16g}–{own.high:,.16g}", **facts}))

    @property
    def parameter(self) -> Parameter:
        """What the slider sets."""
        found = self.simulation.parameters.get(self.along)
        if found is None:
            raise ReaderError(_NOT_A_SLIDER.fill({"along": self.along, "simulation": self.simulation.name}))
        return found

    def values(self, most: int) -> list[float]:
        """At most so many settings from end to end, each of which the slider itself can reach.

        >>> from simulations import find
        >>> Slider(find("satisfaction"), "product", 0, 80, 1).values(5)
        [0, 20, 40, 60, 80]
        """
        steps = math.floor((self.high - self.low) / self.step + 1e-9)
        chosen = sorted({round(steps * one / (most - 1)) for one in range(most)})
        found = [round(self.low + one * self.step, 10) for one in chosen]
        return [int(one) for one in found] if self.parameter.is_whole else found


@dataclass
class SweepBudget:
    """How much of a processor the sliders of all readers may take: `share` of it, and `most` seconds at once.

    They are the first to go without when the server is busy: a page works as well without them. What they
    take is told by the clock, so that they are dearer the more else there is to do.
    """

    share: float = 0.1
    most: float = 2.0
    clock: Callable[[], float] = monotonic
    _left: float = field(init=False)
    _at: float = field(init=False)
    _lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        self._left, self._at = self.most, self.clock()

    def is_spent(self) -> bool:
        """Whether nothing is left of it for now."""
        with self._lock:
            now = self.clock()
            self._left = min(self.most, self._left + (now - self._at) * self.share)
            self._at = now
            return self._left <= 0

    def spend(self, seconds: float) -> None:
        """Takes so many seconds of a processor away."""
        with self._lock:
            self._left -= seconds


BUDGET: Final = SweepBudget()
"""That of this process."""
_ONE_AT_A_TIME: Final = Lock()
"""Who asks for runs that are being made waits for these instead of making them beside."""


class BusyError(Exception):
    """There is no time for more runs."""


@dataclass(frozen=True)
class Sweep:
    """What is asked for: the runs of one view along a slider, the rest of the model as it is.

    The pictures are those at one `moment` of theirs, or at the one that each begins with.
    """

    slider: Slider
    view: str
    rest: Model
    moment: int | None
    language: Language
    measures: tuple[str, ...] = ()
    """Which of its numbers are told, beside those that the view itself names."""

    def run(self, at: float) -> tuple[Mapping[str, Any], Mapping[str, float | None]]:
        """The picture and the measures at one setting."""
        simulation, model = self.slider.simulation, _with(self.rest, self.slider.along, at)
        shown = simulation.views[self.view]
        picture = shown.draw(model, shown.table(model), simulation.words, self.language)
        measures, names = model.measures(), dict.fromkeys((*shown.measures, *self.measures))
        told = {name: _finite(measures[name]) for name in names if name in measures}
        return _still(picture, self.moment), told


def _with(model: Model, name: str, value: ParameterValue) -> Model:
    changed: dict[str, Any] = {name: value}
    return replace(model, **changed)


def sweep_of(asked: Sweep) -> bytes | None:
    """The gzipped JSON of the runs; None if there is no time for them, or if each has too many customers.

    It holds the settings (``at``), for each of them its picture (``pictures``) and all ``measures`` by
    their names. Equal ones are made once and shared.
    """
    slider = asked.slider
    if (slider.high if slider.along == "n" else asked.rest.n) > MOST_CUSTOMERS:
        return None
    with suppress(BusyError), _ONE_AT_A_TIME:
        return _made(replace(asked, rest=_with(asked.rest, slider.along, slider.parameter.default)))
    return None


@lru_cache(maxsize=256)
def _made(asked: Sweep) -> bytes:
    if BUDGET.is_spent():
        raise BusyError
    begun, since, loaded = thread_time(), BUDGET.clock(), len(sys.modules)
    try:
        runs = _runs(asked, begun)
        measures = [measures for _, measures in runs.values()]
        said = {
            "at": list(runs),
            "pictures": [picture for picture, _ in runs.values()],
            "measures": {name: [one[name] for one in measures] for name in measures[0]},
        }
        return gzip.compress(to_json(said).encode(), 6, mtime=0)
    finally:
        if len(sys.modules) == loaded:  # a library that a view brings along comes once
            BUDGET.spend(max(thread_time() - begun, BUDGET.clock() - since))


def _runs(asked: Sweep, begun: float) -> dict[float, tuple[Mapping[str, Any], Mapping[str, float | None]]]:
    """The runs in the order of the slider: a few first, then as many as there is time for.

    The first is left out of that, since it draws what all of them share.
    """
    runs = {at: asked.run(at) for at in asked.slider.values(2)}
    after_two = thread_time()
    runs |= {at: asked.run(at) for at in asked.slider.values(_FEWEST_POINTS) if at not in runs}
    one = max((thread_time() - after_two) / (_FEWEST_POINTS - 2), 1e-4)
    left = _SHORT - (thread_time() - begun)
    many = max(_FEWEST_POINTS, min(MOST_POINTS, 2 + int(left / one)))
    runs |= {at: asked.run(at) for at in asked.slider.values(many) if at not in runs}
    return dict(sorted(runs.items()))


def _still(picture: Picture, moment: int | None) -> Mapping[str, Any]:
    """The picture with one of its moments alone: that of the start unless another is asked for."""
    at = picture.start if moment is None else moment
    chosen = picture.frames[min(max(0, at), len(picture.frames) - 1) :][:1]
    return {
        "data": _short(picture.data),
        "layout": _short(picture.layout),
        "alt": picture.alt,
        "start": 0,
        "frames": [
            {"name": frame.name, "caption": frame.caption, "data": _short(frame.data)} for frame in chosen
        ],
    }


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _short(value: Any) -> Any:
    """The same with no more digits than an eye can follow."""
    if isinstance(value, Mapping):
        return {name: _short(inner) for name, inner in value.items()}
    if isinstance(value, np.ndarray):
        return list(_rounded(value)) if value.dtype.kind == "f" else value
    if isinstance(value, (list, tuple)):
        kinds = {type(inner) for inner in value}
        if float in kinds and kinds <= _NUMBERS and _is_even(value):
            return list(_rounded(np.array(value, dtype=float)))
        return list(value) if kinds <= _ATOMS else [_short(inner) for inner in value]
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    return value


def _is_even(values: Sequence[float]) -> bool:
    """Whether none is so small beside the largest that an axis of logarithms would miss its digits."""
    sizes = np.abs(np.array(values, dtype=float))
    return bool(np.min(sizes, where=sizes > 0, initial=np.inf) >= np.max(sizes) / _UNEVEN)


def _rounded(values: "np.ndarray[Any, Any]") -> Iterator[float | None]:
    """Numbers as exact as the largest of them needs."""
    size = float(np.nanmax(np.abs(values), initial=0.0)) if values.size else 0.0
    digits = _DIGITS - 1 - (math.floor(math.log10(size)) if size > 0 and math.isfinite(size) else 0)
    for one in np.round(values, digits).ravel().tolist():
        yield one if math.isfinite(one) else None


def address_of_sweep(simulation: Simulation, view: str, model: Model, language: Language) -> str:
    """Where the browser asks for the runs along a slider, once it says along which; see `ENDS`."""
    return f"/runs/{simulation.name}.along?{address_of_run(simulation, view, model)}&lang={language}"
