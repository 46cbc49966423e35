"""Chance that can be repeated: every uniform number has an address, every seed a reason."""

import hashlib
import hmac
from typing import Final

import numpy as np
from numpy.typing import NDArray

BLOCK: Final = 4
"""One Philox step yields four doubles, so a customer takes a multiple of four."""


def stream(simulation: int, period: int, purpose: int) -> int:
    """The stream number of one purpose (0-7) in one period of one simulation.

    >>> stream(1, 2, 3)
    10019
    """
    if not 0 <= purpose < 8 or period < 0 or simulation < 0 or period >= 1250:
        raise ValueError(f"no stream has simulation {simulation}, period {period}, purpose {purpose}")
    return simulation * 10_000 + period * 8 + purpose


def uniforms(seed: int, stream: int, start: int, stop: int, k: int = BLOCK) -> NDArray[np.float64]:
    """The `k` uniforms in [0, 1) of each customer from `start` up to `stop`, one row a customer.

    Row i is the same whatever `start` and `stop` are. `k` is a multiple of four.
    """
    if k % BLOCK or k <= 0:
        raise ValueError(f"k must be a positive multiple of {BLOCK}, not {k}")
    bits = np.random.Philox(key=np.array([seed, stream], dtype=np.uint64))
    bits.advance(start * k // BLOCK)
    return np.random.Generator(bits).random((stop - start, k))


def seed_for(secret: bytes, *parts: str) -> int:
    """A seed below 2**63 for these parts, unguessable without the secret (HMAC-SHA256).

    >>> seed_for(b"s", "class 1", "7") == seed_for(b"s", "class 1", "7")
    True
    """
    message = "\x1f".join(parts).encode()
    return int.from_bytes(hmac.new(secret, message, hashlib.sha256).digest()[:8], "big") >> 1
