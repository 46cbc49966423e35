"""Any model that a student could set, and the reference cases it is held to."""

import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from hypothesis import strategies as st

from simulations import Model, Parameter, parameters

M = TypeVar("M", bound=Model)
VECTORS = Path(__file__).parents[1] / "vectors"
SEEDS = st.integers(0, 2**53 - 1)


def anything(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Every value that the parameter takes."""
    if parameter.bounds is None:
        return st.sampled_from(parameter.choices)
    low, high = parameter.bounds.low, parameter.bounds.high
    return st.integers(int(low), int(high)) if parameter.is_whole else st.floats(low, high)


def models(model: type[M], **fixed: object) -> st.SearchStrategy[M]:
    """Every model of a class that is small enough for a test, with some parameters fixed."""
    small: dict[str, Any] = {"n": st.integers(1, 60), "seed": SEEDS, "periods": st.integers(1, 8)}
    drawn = {p.name: small.get(p.name, anything(p)) for p in parameters(model) if p.name not in fixed}
    return st.fixed_dictionaries(drawn).map(lambda values: model.of({**values, **fixed}))


def changed(model: M, name: str, value: float) -> M:
    """The same model with one parameter set to another value."""
    values = {parameter.name: getattr(model, parameter.name) for parameter in parameters(model)}
    return type(model).of({**values, name: value})


def raised(model: M, name: str, data: st.DataObject) -> M:
    """The same model with one parameter set higher, or as high."""
    (bounds,) = (parameter.bounds for parameter in parameters(model) if parameter.name == name)
    assert bounds is not None
    return changed(model, name, data.draw(st.floats(getattr(model, name), bounds.high)))


def cases(topic: str, start: str = "") -> list[Any]:
    """The reference cases of a topic whose names start so."""
    found = json.loads((VECTORS / f"{topic}.json").read_text(encoding="utf-8"))["cases"]
    return [case for case in found if case["name"].startswith(start)]


def z_score(measure: Callable[[int], float], expected: float, replications: int = 30) -> float:
    """By how many standard errors the mean of a measure over seeds misses what is expected."""
    values: Sequence[float] = [measure(seed) for seed in range(1, replications + 1)]
    error = float(np.std(values, ddof=1)) / math.sqrt(replications)
    return float(abs(np.mean(values) - expected)) / error
