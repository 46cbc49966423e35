"""The shape of a bank: the file in which a teacher writes questions."""

from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Final, Literal

from pydantic import Field, create_model

from courseware.about import about
from courseware.source import Source, validate
from exercises.item import Attempts, BankModel, Identifier, Name
from exercises.kinds import catalogue

ITEMS: Final = about("The questions.", "各道题目。")


class DataUse(BankModel):
    """The data that items are asked about: which dataset, how many rows, and whose."""

    id: Annotated[Name, about("What items call them.", "题目中引用的名称。")]
    dataset: Annotated[str, about("Which dataset.", "哪一种数据。")]
    n: Annotated[int, Field(ge=1, le=100_000), about("How many rows.", "多少行。")] = 120
    per: Annotated[
        Literal["student", "class"],
        about(
            "Whether each student has others, or all the same.",
            "每人一份（student），还是全班一份（class）。",
        ),
    ] = "student"


class Defaults(BankModel):
    """What holds for every item that does not say otherwise."""

    attempts: Annotated[Attempts, about("How many tries, and what they earn.", "可以答几次，各得多少。")] = (
        Attempts()
    )
    shuffle: Annotated[
        bool, about("Whether options come in an order drawn by lot.", "选项是否打乱顺序。")
    ] = True
    redraw: Annotated[
        Literal["never", "group"],
        about("Whether it is drawn anew when all tries are used up.", "次数用完后是否重新抽题。"),
    ] = "group"


class Bank(BankModel):
    """A bank as it was read. `bank_model` gives the model that also knows every kind of item."""

    schema_: Annotated[Literal["bank/1"], Field(alias="schema"), about("The kind of file.", "文件类型。")]
    id: Annotated[Identifier, about("The name of the file, without .yaml.", "文件名（不含 .yaml）。")]
    data: Annotated[
        tuple[DataUse, ...], about("The data that items are asked about.", "题目用到的数据。")
    ] = ()
    defaults: Annotated[
        Defaults, about("What holds for every item that does not say otherwise.", "各题的默认设置。")
    ] = Defaults()
    items: Annotated[tuple[Any, ...], Field(min_length=1), ITEMS]

    def uses(self) -> Mapping[str, DataUse]:
        """The data of this bank by their ids."""
        return {use.id: use for use in self.data}


@cache
def bank_model() -> type[Bank]:
    """The model of a bank file: items of every kind that there is, told apart by `type`."""
    written: Any = reduce(or_, (kind.item for kind in catalogue().values()))
    items: Any = tuple[Annotated[written, Field(discriminator="type")], ...]
    return create_model("Bank", __base__=Bank, items=(Annotated[items, Field(min_length=1), ITEMS], ...))


def understand(source: Source) -> Bank:
    """The source as a bank; raises ProblemsFoundError. A text may lack one of its languages."""
    return validate(source, bank_model(), one_language_will_do=True)
