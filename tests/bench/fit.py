"""What finding the BG/NBD parameters of CDNOW takes, here and with the package that most people use."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final

from datasets.cdnow import summary
from simulations.history import histories
from simulations.lifetime_value.bg_nbd_fit import fit_bg_nbd
from tests.bench.work import seconds

SEEN: Final = 0.126
"""Seconds that the package `lifetimes` 0.11.3 was seen to take at best, where it is not installed."""


def fit() -> None:
    """The fit as the lab makes it, from the table of 2,357 customers on."""
    known = summary()
    fit_bg_nbd(histories(known["frequency"], known["recency"], known["T"], "weeks"))


def usual_fit() -> float:
    """Seconds that the package `lifetimes` takes for the same."""
    if find_spec("lifetimes") is None:
        return SEEN
    known, package = summary(), import_module("lifetimes")

    def theirs() -> None:
        package.BetaGeoFitter().fit(known["frequency"], known["recency"], known["T"])

    return min(seconds(theirs) for _ in range(3))
