"""How tolerantly a part of what a browser says is read: what does not fit changes nothing else."""

from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Annotated, Final, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    OnErrorOmit,
    SerializerFunctionWrapHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapSerializer,
    WrapValidator,
)

T = TypeVar("T")
LATEST: Final = 2**53
"""The largest whole number that every browser writes exactly."""


def _else_as_before(said: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    try:
        return check(said)
    except ValidationError:
        return getattr(info.context, info.field_name or "")


def _else(other: object) -> Callable[[object, ValidatorFunctionWrapHandler], object]:
    def read(said: object, check: ValidatorFunctionWrapHandler) -> object:
        try:
            return check(said)
        except ValidationError:
            return other

    return read


def _first(most: int) -> Callable[[object], object]:
    """Of too many entries the first."""
    return lambda said: dict(islice(said.items(), most)) if isinstance(said, Mapping) else said


def _without_fraction(said: object) -> object:
    return int(said) if isinstance(said, float) and abs(said) <= LATEST else said


def _as_dict(entries: Mapping[str, object], write: SerializerFunctionWrapHandler) -> object:
    return write(dict(entries))


ELSE_AS_BEFORE: Final = WrapValidator(_else_as_before)
"""A part that does not fit stays as it was before: in the state that is the context of the reading."""
ELSE_NONE: Final = WrapValidator(_else(None))
"""A part that does not fit is none."""
ELSE_ZERO: Final = WrapValidator(_else(0))
"""A number that does not fit is 0."""
WHOLE: Final = BeforeValidator(_without_fraction)
"""A number is read without its fraction; the field itself is strict, so that true and "1" are no numbers."""

FROZEN: Final = AfterValidator(MappingProxyType)
"""What was read is changed by nobody."""
AS_DICT: Final = WrapSerializer(_as_dict)
"""What cannot be changed is written as what can, for pydantic writes no other."""

Moment = Annotated[int, Field(strict=True, ge=0, le=LATEST), WHOLE]
"""Milliseconds since 1970."""
Entries = Annotated[Mapping[str, OnErrorOmit[T]], BeforeValidator(_first(1000)), FROZEN, AS_DICT]
"""Values by name; those that do not fit are left out, and so is what is more than a thousand."""
FewEntries = Annotated[Mapping[str, OnErrorOmit[T]], BeforeValidator(_first(50)), FROZEN, AS_DICT]
"""The same of at most fifty."""
