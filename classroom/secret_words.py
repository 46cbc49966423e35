"""What somebody types to come in (a PIN, a passphrase) is kept as a hash that cannot be turned back."""

from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher


@cache
def _hasher() -> PasswordHash:
    """Argon2id with 19 MiB and two rounds, the smallest setting that OWASP's cheat sheet on storing passwords
    names: a hundred students come in at once, on a small computer."""
    return PasswordHash([Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)])


def hash_secret(secret: str) -> str:
    """What may be kept of a PIN or a passphrase; another one each time."""
    return _hasher().hash(secret)


def is_secret(secret: str, kept: str) -> bool:
    """Whether `kept` was made of this secret; equally long for every wrong one."""
    return _hasher().verify(secret, kept)
