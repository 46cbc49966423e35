"""What the customers think: eight parts of perceived value, expectation, attitude and behaviour.

Benefits minus costs is the customer perceived value; its distance from the expectation is the gap that
satisfies or disappoints. Attitude follows the gap. Behaviour follows attitude, but also a barrier to leaving
that no column shows: it keeps some unhappy customers (inertia) and lets some happy ones drift away (latent).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from courseware.chance import uniforms
from datasets.streams import OPINIONS

Floats = NDArray[np.float64]

PARTS: Final = {
    "product": (60.0, 8.0),
    "service": (25.0, 5.0),
    "personnel": (15.0, 3.0),
    "image": (10.0, 2.5),
    "money": (30.0, 6.0),
    "time": (5.0, 1.5),
    "energy": (3.0, 1.0),
    "psychic": (2.0, 0.7),
}
"""Mean and standard deviation of each part in points: four benefits, then four costs."""
BENEFITS: Final = 4

EXPECTED: Final = 65.0
EXPECTED_NOISE: Final = 8.0
IMAGE_PROMISES: Final = 1.2
"""Points of expectation that each point of image adds: a fine name is a promise."""
SEGMENT_EXPECTS: Final = np.array([-4.0, -1.0, 6.0, 1.0])
"""Points that each segment expects more than the average, in the order of people.SEGMENTS."""

DELIGHT: Final = 5.0
"""The gap from which on attitude leans to the firm."""
ATTITUDE_SCALE: Final = 11.0
ATTITUDE_NOISE: Final = 0.5
BEHAVIOUR_BASE: Final = 0.23
BEHAVIOUR_ATTITUDE: Final = 2.4
BARRIER: Final = 3.75
BEHAVIOUR_NOISE: Final = 0.3


@dataclass(frozen=True)
class Opinions:
    """One row a customer; points to one decimal, shares to three."""

    parts: NDArray[np.int64]
    """Tenths of a point, the columns in the order of PARTS."""
    perceived: NDArray[np.int64]
    """Tenths of a point: the benefits minus the costs, exactly."""
    expected: NDArray[np.int64]
    """Tenths of a point."""
    attitude: Floats
    behaviour: Floats


def draw_opinions(seed: int, start: int, stop: int, segment: NDArray[np.int8]) -> Opinions:
    """What the customers `start` up to `stop`, of these segments, answered."""
    u = uniforms(seed, OPINIONS, start, stop, 12)
    z = ndtri(np.maximum(u[:, :11], 2.0**-54))
    means, spreads = np.array(list(PARTS.values())).T
    parts = _tenths(means + spreads * z[:, :8])
    perceived = parts[:, :BENEFITS].sum(axis=1) - parts[:, BENEFITS:].sum(axis=1)
    image = parts[:, 3] / 10 - PARTS["image"][0]
    promised = EXPECTED + IMAGE_PROMISES * image + SEGMENT_EXPECTS[segment]
    expected = _tenths(promised + EXPECTED_NOISE * z[:, 8])
    lean = (perceived - expected) / 10 - DELIGHT
    attitude = _share(lean / ATTITUDE_SCALE + ATTITUDE_NOISE * z[:, 9])
    pull = BEHAVIOUR_BASE + BEHAVIOUR_ATTITUDE * (2 * attitude - 1) + BARRIER * (u[:, 11] - 0.5)
    return Opinions(parts, perceived, expected, attitude, _share(pull + BEHAVIOUR_NOISE * z[:, 10]))


def _tenths(points: Floats) -> NDArray[np.int64]:
    return np.maximum(np.rint(points * 10), 0).astype(np.int64)


def _share(logit: Floats) -> Floats:
    """Strictly between 0 and 1, to three decimals."""
    thousandths = np.clip(np.rint(expit(logit) * 1000), 1, 999)
    return np.asarray(thousandths / 1000)
