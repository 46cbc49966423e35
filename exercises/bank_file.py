"""The shape of a bank: the file in which a teacher writes questions."""

from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from courseware.source import Source, validate
from exercises.item import Attempts, Identifier, Name, Written
from exercises.kinds import catalogue


class DataUse(Written):
    """The data that items are asked about: which dataset, how many rows, and whose."""

    id: Name
    dataset: str
    n: Annotated[int, Field(ge=1, le=100_000)] = 120
    per: Literal["student", "class"] = "student"


class Defaults(Written):
    """What holds for every item that does not say otherwise."""

    attempts: Attempts = Attempts()
    shuffle: bool = True
    redraw: Literal["never", "group"] = "group"


class Bank(Written):
    """A bank as it was read. `bank_model` gives the model that also knows every kind of item."""

    schema_: Literal["bank/1"] = Field(alias="schema")
    id: Identifier
    data: tuple[DataUse, ...] = ()
    defaults: Defaults = Defaults()
    items: Annotated[tuple[Any, ...], Field(min_length=1)]

    def uses(self) -> Mapping[str, DataUse]:
        """The data of this bank by their ids."""
        return {use.id: use for use in self.data}


@cache
def bank_model() -> type[Bank]:
    """The model of a bank file: items of every kind that there is, told apart by `type`."""
    written: Any = reduce(or_, (kind.item for kind in catalogue().values()))
    items: Any = tuple[Annotated[written, Field(discriminator="type")], ...]
    return create_model("Bank", __base__=Bank, items=(items, Field(min_length=1)))


def understand(source: Source) -> Bank:
    """The source as a bank; raises ProblemsFoundError. A text may lack one of its languages."""
    return validate(source, bank_model(), one_language_will_do=True)
