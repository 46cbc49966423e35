"""The fields that questions are answered in, one module each; `Field` is the list of them.

What is new in this list must be known to every place that shows a field or hands it on: each such place has
one `match` over `Field`, at whose end the type checker names the field that it lacks.
"""

from typing import Annotated, Literal, get_args

from pydantic import Field as Tagged

from exercises.fields.assign import Assign
from exercises.fields.controls import AskedControl, Controls
from exercises.fields.gaps import Gaps
from exercises.fields.long_text import LongText
from exercises.fields.many_of import ManyOf
from exercises.fields.number import NumberField
from exercises.fields.one_of import OneOf
from exercises.fields.option import Option
from exercises.fields.ordering import Ordering
from exercises.fields.table import TableCell, TableField, TableRow

Field = Annotated[
    OneOf | ManyOf | NumberField | Assign | Ordering | Controls | Gaps | LongText | TableField,
    Tagged(discriminator="kind"),
]


def made_of(kind: str) -> Literal["options", "number", "words"]:
    """What responses in a field of this kind are made of; of a field that is not known, words.

    >>> made_of("one_of"), made_of("gone")
    ('options', 'words')
    """
    known = {one.kind: one.made_of for one in get_args(get_args(Field)[0])}
    made: Literal["options", "number", "words"] = known.get(kind, "words")
    return made


__all__ = [
    "AskedControl",
    "Assign",
    "Controls",
    "Field",
    "Gaps",
    "LongText",
    "ManyOf",
    "NumberField",
    "OneOf",
    "Option",
    "Ordering",
    "TableCell",
    "TableField",
    "TableRow",
    "made_of",
]
