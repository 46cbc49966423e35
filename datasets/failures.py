"""What went wrong for a customer, whether they said so, how it was answered, whom they told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from courseware.chance import uniforms
from courseware.text import Text
from datasets.calling import COMPLAINTS, OF_COMPLAINTS, OUTCOMES
from datasets.calls import OUTCOME_WORDS, TOPIC_WORDS
from datasets.streams import FAILING

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Places = NDArray[np.int8]

FAILURES: Final = {
    "none": Text(en="nothing", zh="没有"),
    **{topic: TOPIC_WORDS[topic] for topic in COMPLAINTS},
}
VOICES: Final = {
    "none": Text(en="no reason to speak", zh="无需开口"),
    "silent": Text(en="silent", zh="不作声"),
    "said": Text(en="complained", zh="提出投诉"),
}
ANSWERS: Final = {"none": Text(en="no complaint", zh="没有投诉"), **OUTCOME_WORDS}

SILENT_FAILS: Final = 0.25
"""Chance of a silent customer who got no less than expected by much that something had gone wrong."""
SILENT_FAILS_PER_POINT: Final = 0.05
"""How it grows with each point by which the firm fell short."""
CONTENT_FAILS: Final = 0.05
"""The same for who got at least what they expected and never complained."""

TELLS: Final = np.array([2.0, 1.0, 6.0, 3.0])
"""People told on average by the delighted, content and disappointed, and by these if they were helped."""
TELLS_MOST: Final = 40
SOLVED: Final = tuple(OUTCOMES.index(outcome) + 1 for outcome in ("at_once", "later"))


@dataclass(frozen=True)
class ServiceFailures:
    """One value a customer; the codes are places in FAILURES, VOICES and ANSWERS."""

    failure: Places
    voice: Places
    answer: Places
    told: Whole


def draw_failures(
    seed: int, start: int, stop: int, *, gap: Floats, state: Places, made: Mapping[str, pa.Array]
) -> ServiceFailures:
    """What went wrong for the customers `start` up to `stop`, of this gap and state, who made these calls."""
    u = uniforms(seed, FAILING, start, stop)
    topic, answer = _first_complaint(made, start, stop - start)
    fails = np.where(gap < 0, SILENT_FAILS - SILENT_FAILS_PER_POINT * gap, CONTENT_FAILS)
    kinds = np.cumsum(OF_COMPLAINTS[: len(COMPLAINTS)])[:-1]
    unsaid = np.where(u[:, 0] < fails, 1 + np.searchsorted(kinds, u[:, 1], side="right"), 0)
    failure = np.where(topic > 0, topic, unsaid).astype(np.int8)
    voice = np.where(topic > 0, 2, np.where(failure > 0, 1, 0)).astype(np.int8)
    return ServiceFailures(failure, voice, answer, _told(state, answer, u[:, 2]))


def _first_complaint(made: Mapping[str, pa.Array], start: int, n: int) -> tuple[Places, Places]:
    """Topic and outcome of each customer's first complaint, counted from 1; 0 without one."""
    names = np.array(made["topic"].dictionary.to_pylist())[made["topic"].indices.to_numpy()]
    rows = np.flatnonzero(np.isin(names, COMPLAINTS))
    owner = made["customer"].to_numpy(zero_copy_only=False)[rows] - start - 1
    who, first = np.unique(owner, return_index=True)  # calls come by customer, day and hour
    topic, answer = np.zeros((2, n), dtype=np.int8)
    topic[who] = 1 + made["topic"].indices.to_numpy()[rows[first]]
    answer[who] = 1 + made["outcome"].indices.to_numpy()[rows[first]]
    return topic, answer


def _told(state: Places, answer: Places, u: Floats) -> Whole:
    """Most tell few and a few tell many: the number of people told is geometric."""
    kind = np.where((state == 2) & np.isin(answer, SOLVED), 3, state)
    mean = TELLS[kind]
    told = np.floor(np.log1p(-u) / np.log(mean / (1 + mean)))
    return np.asarray(np.minimum(told, TELLS_MOST).astype(np.int64))
