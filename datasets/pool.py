"""A pool of words, each with its share, from which customers take their names and places."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.locales import Locale

FOLDER: Final = Path(__file__).parent / "pools"
SLOTS: Final = 10_000
"""A pool has this many slots; a word that holds 120 of them is drawn by 1.2 % of the customers."""


@dataclass(frozen=True)
class Pool:
    """Words in the order of their file, their spellings, and which word holds each slot.

    `spellings` are what an address or a telephone needs of the word: a name in Latin letters,
    a city's trunk code; empty where nothing is needed.
    """

    words: pa.StringArray
    spellings: pa.StringArray
    slots: NDArray[np.int16]

    def draw(self, u: NDArray[np.float64]) -> NDArray[np.int16]:
        """The place in `words` that each uniform number in [0, 1) lands on."""
        return self.slots[(u * SLOTS).astype(np.int64)]


def file_of(locale: Locale, name: str, folder: Path = FOLDER) -> Path:
    """Where the pool of this name and locale is kept."""
    return folder / locale / f"{name}.tsv"


@cache
def pool(locale: Locale, name: str) -> Pool:
    """The pool of this name and locale, read once."""
    path = file_of(locale, name)
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    words, counts, spellings = zip(*rows, strict=True)
    slots = np.repeat(np.arange(len(rows), dtype=np.int16), [int(count) for count in counts])
    if len(slots) != SLOTS:
        raise ValueError(f"{path} must hold {SLOTS} slots, not {len(slots)}")
    return Pool(pa.array(words), pa.array(spellings), slots)
